package it.milanoaiuta.platform.events.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

import it.milanoaiuta.platform.data.Database;
import it.milanoaiuta.platform.events.outbox.OutboxTable;
import it.milanoaiuta.platform.events.stream.Streams;
import it.milanoaiuta.platform.events.stream.ToldEvent;

/** What the other services ask to find out whether they have heard everything. Never routed by the gateway. */
@Path("/internal/delivery")
@RolesAllowed("service")
public class ProducerResource {

    private static final String BEFORE_ALL_TYPES = "";
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Inject
    OutboxTable outbox;

    @Inject
    Database database;

    @GET
    @Path("streams")
    @Operation(hidden = true)
    public Streams streams(@RestQuery @NotEmpty List<String> topic, @RestQuery @NotNull Instant changedSince,
            @RestQuery String afterType, @RestQuery UUID afterId) {
        // the clock first: what changes while the page is read is asked for again
        Instant asOf = database.first("select clock_timestamp()", Instant.class).orElseThrow();
        return new Streams(asOf,
                outbox.streams(topic.toArray(String[]::new), changedSince, afterType == null ? BEFORE_ALL_TYPES : afterType,
                        afterId == null ? BEFORE_ALL : afterId, Streams.PAGE));
    }

    @GET
    @Path("events")
    @Operation(hidden = true)
    public List<ToldEvent> events(@RestQuery @NotNull String topic, @RestQuery @NotNull UUID aggregateId,
            @RestQuery @DefaultValue("1") long fromSeq) {
        return outbox.told(topic, aggregateId, fromSeq);
    }
}
