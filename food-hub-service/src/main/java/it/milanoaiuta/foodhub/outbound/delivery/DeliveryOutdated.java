package it.milanoaiuta.foodhub.outbound.delivery;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import it.milanoaiuta.platform.web.Refusal;
import it.milanoaiuta.platform.web.Violation;

/** Lots of the delivery may not reach people on its day: 409, naming them. Take it back, and pack or give other goods. */
public class DeliveryOutdated extends Refusal {

    private final transient List<UUID> lotIds;

    DeliveryOutdated(Collection<UUID> lotIds) {
        super(409, "delivery-outdated");
        this.lotIds = List.copyOf(lotIds);
    }

    @Override
    public List<Violation> violations() {
        return lotIds.stream().map(id -> new Violation("lots." + id, "lot-outdated")).toList();
    }
}
