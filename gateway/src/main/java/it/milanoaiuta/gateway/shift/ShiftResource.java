package it.milanoaiuta.gateway.shift;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import it.milanoaiuta.gateway.ask.Refused;
import it.milanoaiuta.gateway.ask.SignUps;
import it.milanoaiuta.gateway.page.Entry;
import it.milanoaiuta.gateway.page.Page;
import it.milanoaiuta.gateway.page.Problems;
import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.platform.web.Problem;

/** A shift, signing up for it, and one's own shifts. Every form works without a script: POST, then redirect, then GET. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ShiftResource {

    private static final int UNDO_SECONDS = 10;

    @CheckedTemplate(basePath = "shift")
    static final class Templates {

        private Templates() {}

        /** @param problem of what she just tried, or null */
        static native TemplateInstance shift(Page page, ShownShift shown, UUID key, String role, Problem problem);

        /** @param left the shift she has just left, or null */
        static native TemplateInstance myShifts(Page page, List<SignUps.MySignUp> signUps, UUID left, Problem problem);
    }

    @Singleton
    static class InTheFrame extends Entry {

        InTheFrame() {
            super("/app/shifts", 20, page -> page.words(ShiftWords.class).myShifts());
        }
    }

    @Inject
    Page page;

    @Inject
    Problems problems;

    @Inject
    ShowingShifts showing;

    @Inject
    Clock clock;

    @RestClient
    SignUps signUps;

    @GET
    @Path("shifts/{id}")
    @Operation(hidden = true)
    public String seen(@RestPath UUID id) {
        return shown(showing.shift(id, null, page.asker()), null, null, null);
    }

    /** @param closeTo the shift of hers to be warned of, after signing up */
    @GET
    @Path("app/shifts/{id}")
    @Authenticated
    @Operation(hidden = true)
    public String own(@RestPath UUID id, @RestQuery UUID closeTo) {
        return shown(showing.shift(id, closeTo, page.asker()), Ids.next(), null, null);
    }

    /** Where a login that fell due in the middle of a form comes back to: nothing was done, the shift says what can be. */
    @GET
    @Path("app/shifts/{id}/{step: sign-up|accept|leave|undo}")
    @Authenticated
    @Operation(hidden = true)
    public Response backToTheShift(@RestPath UUID id) {
        return page.goOn("/app/shifts/" + id);
    }

    @POST
    @Path("app/shifts/{id}/sign-up")
    @Authenticated
    @Operation(hidden = true)
    public Response signUp(@RestPath UUID id, @RestForm UUID key, @RestForm String role) {
        page.keep("key", key, "role", role);
        try {
            return to(id, signUps.signUp(id, page.asker(), key, new SignUps.Wanted(role)));
        } catch (Refused refused) {
            // the same key again: what was refused may be tried again, what was done is not done twice
            return problems.shown(refused, problem -> refusedAt(id, key, role, refused));
        }
    }

    @POST
    @Path("app/shifts/{id}/accept")
    @Authenticated
    @Operation(hidden = true)
    public Response accept(@RestPath UUID id, @RestForm UUID key) {
        page.keep("key", key);
        try {
            return to(id, signUps.accept(id, page.asker(), key));
        } catch (Refused refused) {
            return problems.shown(refused, problem -> refusedAt(id, Ids.next(), null, refused));
        }
    }

    @POST
    @Path("app/shifts/{id}/leave")
    @Authenticated
    @Operation(hidden = true)
    public Response leave(@RestPath UUID id) {
        try {
            signUps.leave(id, page.asker());
            return page.goOn("/app/shifts?left=" + id + "&at=" + clock.instant().getEpochSecond());
        } catch (Refused refused) {
            return problems.shown(refused, problem -> mine(null, refused));
        }
    }

    @POST
    @Path("app/shifts/{id}/undo")
    @Authenticated
    @Operation(hidden = true)
    public Response undo(@RestPath UUID id, @RestForm UUID key) {
        page.keep("key", key);
        try {
            return to(id, signUps.restore(id, page.asker(), key));
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
        List<SignUps.MySignUp> live = showing.mine(page.asker());
        boolean isBack = live.stream().anyMatch(signUp -> signUp.shiftId().equals(left));
        return page.render(Templates.myShifts(page, live, isBack ? null : left, problems.of(refused)));
    }

    /** A shift that was frozen while she looked at it is hidden: the refusal is then said above her own shifts. */
    private String refusedAt(UUID id, UUID key, String role, Refused refused) {
        try {
            return shown(showing.shift(id, null, page.asker()), key, role, refused);
        } catch (Refused hidden) {
            if (hidden.status() != 404) {
                throw hidden;
            }
            return mine(null, refused);
        }
    }

    private String shown(ShownShift shift, UUID key, String role, Refused refused) {
        return page.render(Templates.shift(page, shift, key, role, problems.of(refused)));
    }

    private Response to(UUID shift, SignUps.SignedUp signedUp) {
        return page.goOn("/app/shifts/" + shift + (signedUp.closeTo() == null ? "" : "?closeTo=" + signedUp.closeTo()));
    }
}
