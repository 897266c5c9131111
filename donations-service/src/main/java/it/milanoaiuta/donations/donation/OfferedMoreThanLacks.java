package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;
import java.util.List;

import it.milanoaiuta.donations.catalogue.Unit;
import it.milanoaiuta.platform.web.Refusal;
import it.milanoaiuta.platform.web.Violation;

/** The need line lacks less than was offered: the rest can be offered as general stock. */
public class OfferedMoreThanLacks extends Refusal {

    private final String field;

    /** @param field path of the line's quantity in the request */
    OfferedMoreThanLacks(String field, BigDecimal lacking, Unit unit) {
        super(409, "offered-more-than-lacks", lacking, unit);
        this.field = field;
    }

    @Override
    public List<Violation> violations() {
        return List.of(new Violation(field, code()));
    }
}
