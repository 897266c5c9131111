package it.milanoaiuta.local;

/**
 * Where a healthy stack is.
 *
 * @param supervisor the process that holds it
 * @param realm the issuer
 * @param kafka bootstrap servers
 * @param database as a JDBC address, without the name of a database
 * @param mails the folder of all mails that were sent; empty where Keycloak is not ours
 */
public record Addresses(String supervisor, String gateway, String volunteers, String donations, String foodHub, String realm,
        String kafka,
        String database, String home, String mails) {}
