package it.milanoaiuta.foodhub.hub;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** What volunteers-service says of people to other services. */
@RegisterRestClient(configKey = "people")
interface PeopleApi {

    /** Answers 204 for who is known there; 404 for nobody. */
    @GET
    @Path("/internal/people/{id}")
    void known(@RestPath UUID id);
}
