package it.milanoaiuta.volunteers.organising;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.volunteers.shift.NewShift;
import it.milanoaiuta.volunteers.shift.RolePlaces;
import it.milanoaiuta.volunteers.shift.Shift;
import it.milanoaiuta.volunteers.shift.ShiftRole;

/**
 * What is to be different of a shift, as a merge-patch (RFC 7396): what is left out stays; null would take it away, which
 * nothing of a shift allows.
 */
public class ShiftChange {

    // Not a record: of those Jackson cannot tell null from what is left out

    /** When it begins, in the future; kept to the second. */
    @JsonSetter(nulls = Nulls.FAIL)
    public Instant start;

    /** When it ends, exclusive (another shift may begin then); at most 24 h after the start. */
    @JsonSetter(nulls = Nulls.FAIL)
    public Instant end;

    /** People without whom it cannot be held, all roles together; at most the sum of the places. */
    @JsonSetter(nulls = Nulls.FAIL)
    @Min(0)
    @Max(70_000)
    public Integer minimumStaffing;

    /** All roles with their places: one may be added, none taken away (400 role-left-out). */
    @JsonSetter(nulls = Nulls.FAIL)
    @Size(min = 1, max = 20)
    public List<@NotNull @Valid RolePlaces> roles;

    /**
     * The shift as it is to be.
     *
     * @throws InvalidField when a role is left out
     */
    public NewShift over(Shift shift, List<ShiftRole> places) {
        NewShift wanted = new NewShift(start == null ? shift.start() : start, end == null ? shift.end() : end,
                minimumStaffing == null ? shift.minimumStaffing() : minimumStaffing,
                roles == null ? places.stream().map(ShiftRole::places).toList() : roles);
        if (!places.stream().allMatch(place -> wanted.has(place.role()))) {
            throw new InvalidField("roles", "role-left-out");
        }
        return wanted;
    }
}
