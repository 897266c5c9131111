package it.milanoaiuta.platform.events.stream;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

import it.milanoaiuta.platform.events.audit.ProducerResource;

/** {@link ProducerResource} of another service. */
@Path("/internal/delivery")
@RegisterRestClient(configKey = "delivery-producer")
public interface ProducerApi {

    @GET
    @Path("streams")
    Streams streams(@RestQuery List<String> topic, @RestQuery Instant changedSince, @RestQuery String afterType,
            @RestQuery UUID afterId);

    @GET
    @Path("events")
    List<ToldEvent> events(@RestQuery String topic, @RestQuery UUID aggregateId, @RestQuery long fromSeq);
}
