package it.milanoaiuta.volunteers.signup;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;
import it.milanoaiuta.volunteers.shift.Shift;
import it.milanoaiuta.volunteers.shift.Shifts;

/** Sign-ups: who comes to a shift and who waits, here the caller's own. */
@Path("/api/v1/me/sign-ups")
@Authenticated
@Tag(name = "Sign-ups")
public class MySignUpResource {

    @Inject
    SignUps signUps;

    @Inject
    Shifts shifts;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * Lists the caller's sign-ups by the shifts' start, those left and ended too.
     *
     * @param from only of shifts that end after this; now when not given
     */
    @GET
    @Transactional
    public Page<MySignUp> mySignUps(@RestQuery Instant from, @BeanParam @Valid Paging paging) {
        Page<SignUp> page = paging.page(
                signUps.ofPerson(caller.person(), from == null ? clock.instant() : from,
                        paging.from(Instant.EPOCH, Paging.FIRST_ID), paging.rows()),
                last -> Cursor.after(last.start(), last.id()));
        Set<UUID> ids = page.items().stream().map(SignUp::shiftId).collect(Collectors.toSet());
        Map<UUID, Shift> theirs = shifts.of(ids);
        Set<UUID> frozen = shifts.frozenAmong(ids);
        Map<UUID, Integer> numbers = signUps.numbersOf(page.items());
        return page.map(signUp -> MySignUp.of(signUp, theirs.get(signUp.shiftId()), numbers.get(signUp.id()),
                frozen.contains(signUp.shiftId())));
    }
}
