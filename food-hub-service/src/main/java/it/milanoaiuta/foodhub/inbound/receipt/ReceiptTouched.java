package it.milanoaiuta.foodhub.inbound.receipt;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import it.milanoaiuta.platform.web.Refusal;
import it.milanoaiuta.platform.web.Violation;

/** What was received has moved on, or is promised on, since: 409, correct it with a movement instead. Names what moved. */
public class ReceiptTouched extends Refusal {

    private final transient List<UUID> lots;

    /** @param names of the lots, as people know them: product, lot code, date */
    ReceiptTouched(Collection<UUID> lots, String names) {
        super(409, "receipt-touched", names);
        this.lots = List.copyOf(lots);
    }

    @Override
    public List<Violation> violations() {
        return lots.stream().map(lot -> new Violation("lots." + lot, "receipt-touched")).toList();
    }
}
