package it.milanoaiuta.foodhub.stock;

import java.util.List;
import java.util.UUID;

import it.milanoaiuta.platform.web.Refusal;
import it.milanoaiuta.platform.web.Violation;

/** A part of a piece would have moved: 400, nothing was moved. Names every such lot. */
public class TooFine extends Refusal {

    private final transient List<UUID> lots;

    TooFine(List<UUID> lots) {
        super(400, "too-fine");
        this.lots = List.copyOf(lots);
    }

    @Override
    public List<Violation> violations() {
        return lots.stream().map(lot -> new Violation("lots." + lot, "too-fine")).toList();
    }
}
