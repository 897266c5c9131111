package it.milanoaiuta.donations.donation;

import java.util.List;

import it.milanoaiuta.platform.web.Refusal;
import it.milanoaiuta.platform.web.Violation;

/** The need was ended, fulfilled or not renewed since the donor saw it. */
public class NeedNotOpen extends Refusal {

    private final String field;

    /** @param field path of the need line in the request */
    NeedNotOpen(String field) {
        super(409, "need-not-open");
        this.field = field;
    }

    @Override
    public List<Violation> violations() {
        return List.of(new Violation(field, code()));
    }
}
