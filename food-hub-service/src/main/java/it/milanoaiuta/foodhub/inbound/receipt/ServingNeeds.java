package it.milanoaiuta.foodhub.inbound.receipt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.copies.need.Need;
import it.milanoaiuta.foodhub.copies.need.NeedDeliveries;
import it.milanoaiuta.foodhub.copies.need.NeedLines;
import it.milanoaiuta.foodhub.copies.need.Needs;
import it.milanoaiuta.foodhub.inbound.arrival.Arrival;
import it.milanoaiuta.foodhub.inbound.arrival.ArrivalLine;

/** Goods that were taken for an organisation's need are set aside and brought to it; the rest is general stock. */
@ApplicationScoped
class ServingNeeds {

    @Inject
    Needs needs;

    @Inject
    NeedLines needLines;

    @Inject
    NeedDeliveries deliveries;

    /** The needs of what was taken, locked before the balances. */
    Map<UUID, Need> locked(List<Unloaded.Taken> taken) {
        return needs.locked(taken.stream().filter(Unloaded.Taken::isForNeed).map(goods -> goods.line().needId).toList());
    }

    /**
     * Goods that are there beat goods that are promised: each line gets what it does not have yet, whoever else promised it. A hub's own
     * need has it in the hub's stock.
     *
     * @return the deliveries planned, need by need
     */
    List<UUID> deliver(Arrival arrival, List<Unloaded.Taken> taken, Map<UUID, Need> wanting) {
        Map<UUID, List<NeedDeliveries.Line>> byNeed = new TreeMap<>();
        Map<UUID, BigDecimal> lacking = new HashMap<>();
        for (Unloaded.Taken goods : taken) {
            ArrivalLine line = goods.line();
            if (goods.isForNeed() && !wanting.get(line.needId).hasEnded()) {
                BigDecimal wanted = lacking.computeIfAbsent(line.needLineId, this::lacking).min(goods.quantity());
                lacking.computeIfPresent(line.needLineId, (needLine, lack) -> lack.subtract(wanted));
                line.setAside(wanted);
                if (wanted.signum() > 0 && wanting.get(line.needId).wantsDelivery()) {
                    byNeed.computeIfAbsent(line.needId, need -> new ArrayList<>()).add(new NeedDeliveries.Line(line.needLineId,
                            line.donationLineId, line.itemId, goods.lotId(), wanted));
                }
            }
        }
        return byNeed.entrySet().stream().map(need -> deliveries.plan(arrival.hubId, need.getKey(), need.getValue()))
                .toList();
    }

    /** Of a line we have not heard of, everything: what turns out to be too much is freed then. */
    private BigDecimal lacking(UUID needLineId) {
        return needLines.lacking(needLineId).orElse(BigDecimal.valueOf(Long.MAX_VALUE));
    }
}
