package it.milanoaiuta.platform.events.operating;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

import it.milanoaiuta.platform.data.Database;
import it.milanoaiuta.platform.events.inbox.HeardRecord;
import it.milanoaiuta.platform.events.inbox.Inbox;
import it.milanoaiuta.platform.events.inbox.InboxTable;
import it.milanoaiuta.platform.events.inbox.Quarantine;
import it.milanoaiuta.platform.events.outbox.Republisher;
import it.milanoaiuta.platform.events.stream.CloudEvent;
import it.milanoaiuta.platform.events.stream.StreamKey;
import it.milanoaiuta.platform.web.NotFound;

/**
 * What an operator does when delivery needs one (README, When an alarm rings). Shows keys and reasons, never a payload. Each
 * call may be repeated. <code>/operations</code> is hers alone, as <code>/internal</code> is the services' alone; the gateway
 * routes neither.
 */
@Path("/operations/delivery")
@RolesAllowed("operator")
class Operations {

    @Inject
    Database database;

    @Inject
    Inbox inbox;

    @Inject
    InboxTable table;

    @Inject
    Quarantine quarantine;

    @Inject
    Republisher republisher;

    /** An aggregate that waits for an operator; without number and error when a contradiction blocked it. */
    public record Parked(String source, String aggregateType, UUID aggregateId, Instant since, Long seq, String type,
            Integer attempts, String error, long waiting) {}

    /** @param aggregateId null for every aggregate of the topic */
    public record Republication(@NotBlank @Size(max = 200) String topic, UUID aggregateId) {}

    @GET
    @Path("parked")
    @Operation(hidden = true)
    public List<Parked> parked() {
        return database.query("""
                select stream.source, stream.aggregate_type, stream.aggregate_id, blocked_since, seq, type, attempts, error,
                  (select count(*) from inbox waiting where waiting.source = stream.source
                     and waiting.aggregate_type = stream.aggregate_type and waiting.aggregate_id = stream.aggregate_id
                     and waiting.state = 'pending') as waiting
                from inbox_stream stream left join inbox on inbox.source = stream.source
                  and inbox.aggregate_type = stream.aggregate_type and inbox.aggregate_id = stream.aggregate_id
                  and inbox.seq = last_seq + 1 and inbox.state = 'parked'
                where blocked_since is not null order by blocked_since limit 500""",
                Parked.class);
    }

    /**
     * Applies the parked event again and, if it succeeds, those that waited behind it; 409 when one of them cannot be
     * applied.
     */
    @POST
    @Path("parked/{topic}/{aggregateId}/retry")
    @ResponseStatus(204)
    @Operation(hidden = true)
    public void retry(@RestPath String topic, @RestPath UUID aggregateId) {
        StreamKey stream = new StreamKey(CloudEvent.sourceOf(topic), topic, aggregateId);
        if (!inbox.retry(stream)) {
            throw new NotFound();
        }
        if (table.isBlocked(stream)) {
            throw new StillRefused();
        }
    }

    @GET
    @Path("quarantine")
    @Operation(hidden = true)
    public List<Quarantine.Entry> quarantined() {
        return quarantine.open();
    }

    /**
     * Hands the record over once more, as if it came from Kafka now: for one that was refused by mistake; 409 when it is
     * refused again.
     */
    @POST
    @Path("quarantine/{topic}/{partition}/{offset}/release")
    @ResponseStatus(204)
    @Operation(hidden = true)
    public void release(@RestPath String topic, @RestPath int partition, @RestPath long offset) {
        HeardRecord record = quarantine.find(topic, partition, offset).orElseThrow(NotFound::new);
        if (!inbox.takes(record)) {
            throw new StillRefused();
        }
        quarantine.resolve(topic, partition, offset);
    }

    /** Says that nothing is to be done about the record; it is kept. */
    @DELETE
    @Path("quarantine/{topic}/{partition}/{offset}")
    @ResponseStatus(204)
    @Operation(hidden = true)
    public void dismiss(@RestPath String topic, @RestPath int partition, @RestPath long offset) {
        if (!quarantine.resolve(topic, partition, offset)) {
            throw new NotFound();
        }
    }

    /** Publishes a topic, or one aggregate of it, again from the log; repairs what Kafka lost. Goes on after the answer. */
    @POST
    @Path("republications")
    @ResponseStatus(202)
    @Operation(hidden = true)
    public void republish(@Valid @NotNull Republication republication) {
        republisher.start(republication.topic, Optional.ofNullable(republication.aggregateId));
    }

    /** Ends the alarm that a producer lost history, once it is known what to do about it. */
    @DELETE
    @Path("producers/{source}/alarm")
    @ResponseStatus(204)
    @Operation(hidden = true)
    public void acknowledge(@RestPath String source) {
        int ended = database.update("""
                update producer_audit set history_lost_at = null, bookmark_at = null
                where source = ? and history_lost_at is not null""", source);
        if (ended == 0) {
            throw new NotFound();
        }
    }
}
