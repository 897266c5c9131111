package it.milanoaiuta.local;

/**
 * Where a healthy stack is.
 *
 * @param supervisor the process that holds it
 * @param realm the issuer
 * @param database without the name of a database
 */
record Addresses(String supervisor, String gateway, String volunteers, String donations, String foodHub, String realm,
        String kafka,
        String database, String home) {}
