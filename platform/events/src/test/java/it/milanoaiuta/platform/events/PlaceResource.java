package it.milanoaiuta.platform.events;

import java.net.URI;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import it.milanoaiuta.platform.data.Database;
import it.milanoaiuta.platform.data.vault.FromVault;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.platform.web.Refusal;

/** Takes one place, in every way a method may answer. */
@Path("/places/{id}")
public class PlaceResource {

    public static volatile CountDownLatch gate = new CountDownLatch(0);
    /** Open when somebody stands at the gate. */
    public static volatile CountDownLatch arrival = new CountDownLatch(1);

    /** Those that nobody may take any more. */
    public static final Set<UUID> shut = ConcurrentHashMap.newKeySet();

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    RequestKey request;

    public record Taken(UUID id, UUID place, String by) {}

    public record Door(UUID id, @FromVault String stair, Bell bell) {}

    @FromVault
    public record Bell(String name) {}

    public record By(String name) {}

    static class Full extends Refusal {
        Full() {
            super(409, "full");
        }
    }

    @POST
    @Path("record")
    @Idempotent
    @ResponseStatus(201)
    public Taken asRecord(@RestPath UUID id, By by) {
        return take(id, by);
    }

    @POST
    @Path("response")
    @Idempotent
    public Response asResponse(@RestPath UUID id, By by) {
        Taken taken = take(id, by);
        return Response.created(URI.create("/taken/" + taken.id)).tag(new EntityTag("1")).entity(taken).build();
    }

    @POST
    @Path("rest-response")
    @Idempotent
    public RestResponse<Taken> asRestResponse(@RestPath UUID id, By by) {
        return RestResponse.status(RestResponse.Status.ACCEPTED, take(id, by));
    }

    @POST
    @Path("nothing")
    @Idempotent
    public void asNothing(@RestPath UUID id) {
        take(id, new By("nobody"));
    }

    @POST
    @Path("refused")
    @Idempotent
    public Response refusedByAnswer(@RestPath UUID id) {
        take(id, new By("nobody"));
        return Response.status(409).build();
    }

    @POST
    @Path("in-statement")
    @Idempotent(inStatement = true)
    public Taken inStatement(@RestPath UUID id, By by) {
        InStatement taken = database.first("select id, replayed from take_in_statement(?, ?, ?, ?)", InStatement.class,
                request.principal(), request.key(), request.fingerprint(), id).orElseThrow();
        if (taken.replayed) {
            request.answeredBefore();
        }
        return new Taken(taken.id, id, by.name);
    }

    private record InStatement(UUID id, boolean replayed) {}

    @POST
    @Path("door")
    @Idempotent
    public Door asDoor(@RestPath UUID id, By by) {
        return new Door(take(id, by).id, "scala B", new Bell("Zenobia"));
    }

    @POST
    @Path("unclaimed")
    @Idempotent
    public void unclaimed(@RestPath UUID id) {
        database.update("update place set taken = taken + 1 where id = ?", id);
    }

    private Taken take(UUID id, By by) {
        if (shut.contains(id)) {
            throw new NotFound();
        }
        request.claim();
        int taken = database.update("update place set taken = taken + 1 where id = ? and taken < capacity", id);
        if (taken == 0) {
            throw database.any("select from place where id = ?", id) ? new Full() : new NotFound();
        }
        try {
            arrival.countDown();
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        outbox.append(new PlaceTaken(id, null));
        return new Taken(Ids.next(), id, by.name);
    }
}
