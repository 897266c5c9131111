package it.milanoaiuta.gateway.ask;

import jakarta.ws.rs.HeaderParam;

/** In whose name and language a service is asked. */
public class Asker {

    /** The person's own token; null for a visitor. */
    @HeaderParam("Authorization")
    public String authorization;

    @HeaderParam("Accept-Language")
    public String language;

    public Asker(String authorization, String language) {
        this.authorization = authorization;
        this.language = language;
    }
}
