package it.milanoaiuta.donations.need;

import java.math.BigDecimal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.donations.catalogue.Quantity;
import it.milanoaiuta.donations.catalogue.Unit;
import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.OpenValue;

/** What can be asked for beside goods: it is matched, never stock. */
@Schema(pattern = OpenValue.SHAPE)
public enum Service {
    /** Counted in hours. */
    VEHICLE_WITH_DRIVER(Unit.HOUR),
    /** Room for goods, counted in days. */
    STORAGE(Unit.DAY),
    /** Somebody who knows a trade, counted in hours. */
    SKILLED_HOURS(Unit.HOUR);

    public final Unit unit;

    Service(Unit unit) {
        this.unit = unit;
    }

    /**
     * @param field path of the line in the request
     * @throws InvalidField when it is not counted in that unit, or not so finely
     */
    public BigDecimal inItsUnit(BigDecimal quantity, Unit given, String field) {
        if (given != unit) {
            throw new InvalidField(field + ".unit", "unit-mismatch", this, unit);
        }
        if (!unit.divides(quantity)) {
            throw new InvalidField(field + ".quantity", "too-fine", unit);
        }
        return Quantity.of(quantity);
    }
}
