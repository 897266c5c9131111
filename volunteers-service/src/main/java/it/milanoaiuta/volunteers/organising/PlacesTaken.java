package it.milanoaiuta.volunteers.organising;

import java.util.List;

import it.milanoaiuta.platform.web.Refusal;
import it.milanoaiuta.platform.web.Violation;
import it.milanoaiuta.volunteers.shift.Role;

/** 409: more people hold a place in the role than there would be places. */
public class PlacesTaken extends Refusal {

    private final String field;

    /** @param field path of the capacity in the request */
    PlacesTaken(String field, Role role, int taken) {
        super(409, "places-taken", role, taken);
        this.field = field;
    }

    @Override
    public List<Violation> violations() {
        return List.of(new Violation(field, code()));
    }
}
