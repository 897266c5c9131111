package it.milanoaiuta.gateway.web;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.gateway.api.Composing;
import it.milanoaiuta.gateway.api.Known;
import it.milanoaiuta.gateway.api.Refused;
import it.milanoaiuta.gateway.api.Volunteers;
import it.milanoaiuta.platform.web.Ids;

/** A shift, signing up for it, and one's own shifts. Every form works without a script: POST, then redirect, then GET. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ShiftPages {

    private static final int UNDO_SECONDS = 10;

    @Inject
    Page page;

    @Inject
    Problems problems;

    @Inject
    Composing composing;

    @Inject
    Clock clock;

    @RestClient
    Volunteers volunteers;

    @GET
    @Path("shifts/{id}")
    @Operation(hidden = true)
    public String seen(UUID id) {
        return shown(composing.shift(id, null, page.asker()), null, null, null);
    }

    /** @param closeTo the shift of hers to be warned of, after signing up */
    @GET
    @Path("app/shifts/{id}")
    @Authenticated
    @Operation(hidden = true)
    public String own(UUID id, @RestQuery UUID closeTo) {
        return shown(composing.shift(id, closeTo, page.asker()), Ids.next(), null, null);
    }

    /** Where a login that fell due in the middle of a form comes back to: nothing was done, the shift says what can be. */
    @GET
    @Path("app/shifts/{id}/{step: sign-up|accept|leave|undo}")
    @Authenticated
    @Operation(hidden = true)
    public Response backToTheShift(UUID id) {
        return to(page.appShift(id, ""));
    }

    @POST
    @Path("app/shifts/{id}/sign-up")
    @Authenticated
    @Operation(hidden = true)
    public Response signUp(UUID id, @RestForm UUID key, @RestForm String role) {
        page.keep("key", key, "role", role);
        try {
            return to(id, volunteers.signUp(id, page.asker(), key, new Volunteers.Wanted(role)));
        } catch (Refused refused) {
            // the same key again: what was refused may be tried again, what was done is not done twice
            return problems.shown(refused, problem -> refusedAt(id, key, role, refused));
        }
    }

    @POST
    @Path("app/shifts/{id}/accept")
    @Authenticated
    @Operation(hidden = true)
    public Response accept(UUID id, @RestForm UUID key) {
        page.keep("key", key);
        try {
            return to(id, volunteers.accept(id, page.asker(), key));
        } catch (Refused refused) {
            return problems.shown(refused, problem -> refusedAt(id, Ids.next(), null, refused));
        }
    }

    @POST
    @Path("app/shifts/{id}/leave")
    @Authenticated
    @Operation(hidden = true)
    public Response leave(UUID id) {
        try {
            volunteers.leave(id, page.asker());
            return to("/app/shifts?left=" + id + "&at=" + clock.instant().getEpochSecond());
        } catch (Refused refused) {
            return problems.shown(refused, problem -> mine(null, refused));
        }
    }

    @POST
    @Path("app/shifts/{id}/undo")
    @Authenticated
    @Operation(hidden = true)
    public Response undo(UUID id, @RestForm UUID key) {
        page.keep("key", key);
        try {
            return to(id, volunteers.restore(id, page.asker(), key));
        } catch (Refused refused) {
            return problems.shown(refused, problem -> mine(null, refused));
        }
    }

    /** @param at when she left, in seconds: an old address offers no undo */
    @GET
    @Path("app/shifts")
    @Authenticated
    @Operation(hidden = true)
    public String mine(@RestQuery UUID left, @RestQuery Long at) {
        long now = clock.instant().getEpochSecond();
        boolean fresh = at != null && at > now - UNDO_SECONDS && at < now + UNDO_SECONDS;
        return mine(fresh ? left : null, (Refused) null);
    }

    private String mine(UUID left, Refused refused) {
        List<Known.MySignUp> live = composing.signUps(page.asker());
        boolean isBack = live.stream().anyMatch(signUp -> signUp.shiftId().equals(left));
        return page.render(Templates.myShifts(page, live, isBack ? null : left, problems.of(refused)));
    }

    /** A shift that was frozen while she looked at it is hidden: the refusal is then said above her own shifts. */
    private String refusedAt(UUID id, UUID key, String role, Refused refused) {
        try {
            return shown(composing.shift(id, null, page.asker()), key, role, refused);
        } catch (Refused hidden) {
            if (hidden.status() != 404) {
                throw hidden;
            }
            return mine(null, refused);
        }
    }

    private String shown(Composing.ShownShift shift, UUID key, String role, Refused refused) {
        return page.render(Templates.shift(page, shift, key, role, problems.of(refused)));
    }

    private Response to(UUID shift, Volunteers.SignedUp signedUp) {
        return to(page.appShift(shift, signedUp.closeTo() == null ? "" : "?closeTo=" + signedUp.closeTo()));
    }

    private Response to(String path) {
        return Response.seeOther(URI.create(page.to(path))).build();
    }
}
