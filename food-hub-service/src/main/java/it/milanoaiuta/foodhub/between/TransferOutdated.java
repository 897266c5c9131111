package it.milanoaiuta.foodhub.between;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import it.milanoaiuta.platform.web.Refusal;
import it.milanoaiuta.platform.web.Violation;

/** Lots of the draft may not reach people any more: 409, naming them; cancel it and draft it anew. */
public class TransferOutdated extends Refusal {

    private final transient List<UUID> lotIds;

    TransferOutdated(Collection<UUID> lotIds) {
        super(409, "transfer-outdated");
        this.lotIds = List.copyOf(lotIds);
    }

    @Override
    public List<Violation> violations() {
        return lotIds.stream().map(id -> new Violation("lots." + id, "lot-outdated")).toList();
    }
}
