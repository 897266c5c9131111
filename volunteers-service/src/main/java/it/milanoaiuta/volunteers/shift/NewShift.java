package it.milanoaiuta.volunteers.shift;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import it.milanoaiuta.platform.web.InvalidField;

/**
 * When help is wanted and of how many.
 *
 * @param start in the future, at most 730 days ahead; kept to the second
 * @param end exclusive (another shift may begin then), at most 24 h after the start; kept to the second
 * @param minimumStaffing people without whom it cannot be held, all roles together; at most the sum of the places; 0 when not
 *        given
 * @param roles each role once, with its places
 */
public record NewShift(
        @NotNull Instant start,
        @NotNull Instant end,
        @Min(0) @Max(70_000) Integer minimumStaffing,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid RolePlaces> roles) {

    public NewShift {
        start = start == null ? null : start.truncatedTo(ChronoUnit.SECONDS);
        end = end == null ? null : end.truncatedTo(ChronoUnit.SECONDS);
        minimumStaffing = minimumStaffing == null ? 0 : minimumStaffing;
    }

    public boolean has(Role role) {
        return roles.stream().anyMatch(places -> places.role().equals(role));
    }

    /** Those of a new shift; one that is changed keeps the roles it has. */
    void mustHaveKnownRoles() {
        for (int i = 0; i < roles.size(); i++) {
            roles.get(i).role().mustBeKnown("roles[" + i + "].role");
        }
    }

    /** What annotations cannot say. */
    public void mustBePossible(ShiftRules rules, Instant now) {
        if (!start.isAfter(now)) {
            throw new InvalidField("start", "start-in-the-past");
        }
        if (start.isAfter(now.plus(rules.furthest()))) {
            throw new InvalidField("start", "start-too-far", rules.furthest().toDays());
        }
        if (!end.isAfter(start)) {
            throw new InvalidField("end", "end-before-start");
        }
        if (end.isAfter(start.plus(rules.longest()))) {
            throw new InvalidField("end", "shift-too-long", rules.longest().toHours());
        }
        for (int i = 0; i < roles.size(); i++) {
            Role role = roles.get(i).role();
            if (roles.stream().limit(i).anyMatch(earlier -> earlier.role().equals(role))) {
                throw new InvalidField("roles[" + i + "].role", "role-twice");
            }
        }
        if (minimumStaffing > roles.stream().mapToInt(RolePlaces::capacity).sum()) {
            throw new InvalidField("minimumStaffing", "minimum-over-places");
        }
    }
}
