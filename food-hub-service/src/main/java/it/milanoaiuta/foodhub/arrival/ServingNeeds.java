package it.milanoaiuta.foodhub.arrival;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.need.Need;
import it.milanoaiuta.foodhub.need.NeedDeliveries;
import it.milanoaiuta.foodhub.need.NeedLines;
import it.milanoaiuta.foodhub.need.Needs;

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

    /** @return the deliveries planned, need by need */
    List<UUID> deliver(Arrival arrival, List<Unloaded.Taken> taken, Map<UUID, Need> wanting) {
        Map<UUID, List<NeedDeliveries.Line>> byNeed = new TreeMap<>();
        Map<UUID, BigDecimal> lacking = new HashMap<>();
        for (Unloaded.Taken goods : taken) {
            ArrivalLine line = goods.line();
            if (goods.isForNeed() && wanting.get(line.needId).wantsDelivery()) {
                BigDecimal wanted = lacking.computeIfAbsent(line.needLineId, needLine -> wanted(arrival, needLine))
                        .min(goods.quantity());
                lacking.computeIfPresent(line.needLineId, (needLine, lack) -> lack.subtract(wanted));
                if (wanted.signum() > 0) {
                    byNeed.computeIfAbsent(line.needId, need -> new ArrayList<>()).add(new NeedDeliveries.Line(line.needLineId,
                            line.donationLineId, line.itemId, goods.lotId(), wanted));
                }
            }
        }
        return byNeed.entrySet().stream().map(need -> deliveries.plan(arrival.hubId, need.getKey(), need.getValue()))
                .toList();
    }

    /** Everything, unless the donation was given up and the line may have been promised to others since. */
    private BigDecimal wanted(Arrival arrival, UUID needLineId) {
        BigDecimal everything = BigDecimal.valueOf(Long.MAX_VALUE);
        return arrival.withdrawn == null ? everything : needLines.lacking(needLineId, arrival.id).orElse(everything);
    }
}
