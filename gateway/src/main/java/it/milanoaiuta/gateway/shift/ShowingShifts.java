package it.milanoaiuta.gateway.shift;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import it.milanoaiuta.gateway.ask.Asker;
import it.milanoaiuta.gateway.ask.Batch;
import it.milanoaiuta.gateway.ask.Hubs;
import it.milanoaiuta.gateway.ask.PartAway;
import it.milanoaiuta.gateway.ask.Parts;
import it.milanoaiuta.gateway.ask.Place;
import it.milanoaiuta.gateway.ask.Services;
import it.milanoaiuta.gateway.ask.Shifts;
import it.milanoaiuta.gateway.ask.SignUps;
import it.milanoaiuta.platform.web.CityTime;

/** What a person is shown of a shift, and of her own. */
@ApplicationScoped
class ShowingShifts {

    @RestClient
    Shifts shifts;

    @RestClient
    SignUps signUps;

    @RestClient
    Hubs hubs;

    /**
     * A frozen one is hidden, but not from whoever is in it.
     *
     * @param closeTo the shift of hers she was warned of as she signed up, or null; said only while she is in both
     * @throws PartAway when the shift cannot be had
     */
    ShownShift shift(UUID id, UUID closeTo, Asker asker) {
        Parts parts = new Parts();
        Parts.Part<Shifts.Shift> shift = parts.ask(Services.VOLUNTEERS, shifts.shift(id, asker));
        Parts.Part<Batch<SignUps.MySignUp>> mine = asker.authorization == null
                ? null
                : parts.ask(Services.VOLUNTEERS, signUps.mine(asker, Batch.MOST));
        Parts.Part<Batch<Hubs.Hub>> places = parts.ask(Services.FOOD_HUB, hubs.hubs(asker));
        List<SignUps.MySignUp> live = mine == null ? List.of() : live(mine);
        SignUps.MySignUp signUp = among(live, id);
        SignUps.MySignUp near = signUp == null ? null : among(live, closeTo);
        Shifts.Shift shown = signUp != null && signUp.frozen() ? asSheKnowsIt(signUp) : shift.orElseThrow();
        return new ShownShift(shown, placeOf(shown.opportunity(), places), signUp,
                near == null ? null : new ShownShift.Near(near, placeOf(near.opportunity(), places)),
                signUp == null && isFullSomewhere(shown) ? others(shown, asker, parts) : List.of());
    }

    /**
     * What the asker has signed up for and has not left.
     *
     * @throws PartAway when it cannot be had
     */
    List<SignUps.MySignUp> mine(Asker asker) {
        return live(new Parts().ask(Services.VOLUNTEERS, signUps.mine(asker, Batch.MOST)));
    }

    /** What she knows of a shift that its suspended organisation hides. */
    private static Shifts.Shift asSheKnowsIt(SignUps.MySignUp signUp) {
        return new Shifts.Shift(signUp.shiftId(), signUp.opportunity(), signUp.start(), signUp.end(), "OPEN", List.of());
    }

    /** Whether somebody who comes may have to join a waiting list. */
    private static boolean isFullSomewhere(Shifts.Shift shift) {
        return shift.roles().stream().anyMatch(places -> places.free() == 0);
    }

    private List<Shifts.Shift> others(Shifts.Shift full, Asker asker, Parts parts) {
        LocalDate day = CityTime.dayOf(full.start());
        return parts.ask(Services.VOLUNTEERS,
                shifts.shifts(asker, CityTime.startOf(day), CityTime.startOf(day.plusDays(1)), Batch.MOST))
                .orElse(Batch.empty()).items()
                .stream().filter(other -> standsInFor(other, full)).toList();
    }

    /** Whether it has room for whoever finds no place in the full one: the same task, on the same day. */
    private static boolean standsInFor(Shifts.Shift shift, Shifts.Shift full) {
        return !shift.id().equals(full.id()) && shift.free() > 0 && "OPEN".equals(shift.state())
                && shift.opportunity().task().equals(full.opportunity().task())
                && CityTime.dayOf(shift.start()).equals(CityTime.dayOf(full.start()));
    }

    private static SignUps.MySignUp among(List<SignUps.MySignUp> signUps, UUID shift) {
        return signUps.stream().filter(one -> one.shiftId().equals(shift)).findFirst().orElse(null);
    }

    /** Whose place is its own need not wait for the hubs. */
    private static Place placeOf(Shifts.Opportunity opportunity, Parts.Part<Batch<Hubs.Hub>> hubs) {
        return opportunity.placeAmong(opportunity.place() != null ? List.of() : hubs.orElse(Batch.empty()).items());
    }

    private static List<SignUps.MySignUp> live(Parts.Part<Batch<SignUps.MySignUp>> mine) {
        return mine.orElseThrow().items().stream().filter(SignUps.MySignUp::isLive).toList();
    }
}
