package it.milanoaiuta.foodhub.inbound.receipt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.copies.need.Need;
import it.milanoaiuta.foodhub.copies.need.NeedLines;
import it.milanoaiuta.foodhub.copies.need.Needs;
import it.milanoaiuta.foodhub.inbound.arrival.Arrival;
import it.milanoaiuta.foodhub.inbound.arrival.ArrivalLine;
import it.milanoaiuta.foodhub.inbound.arrival.Arrivals;

/** Goods that were taken for an organisation's need are set aside and brought to it; the rest is general stock. */
@ApplicationScoped
class ServingNeeds {

    @Inject
    Needs needs;

    @Inject
    NeedLines needLines;

    @Inject
    NeedDeliveries deliveries;

    @Inject
    Arrivals arrivals;

    /** The needs of what was taken, locked before the balances. */
    Map<UUID, Need> locked(List<Unloaded.Taken> taken) {
        return needs.locked(taken.stream().filter(Unloaded.Taken::isForNeed).map(goods -> goods.line().needId()).toList());
    }

    /**
     * Goods that are there beat goods that are promised: each line gets what it does not have yet, whoever else promised it. A hub's own
     * need has it in the hub's stock.
     *
     * @return the deliveries planned, need by need
     */
    List<UUID> deliver(Arrival arrival, List<Unloaded.Taken> taken, Map<UUID, Need> wanting) {
        Map<UUID, List<NeedDeliveries.Line>> byNeed = new TreeMap<>();
        List<Unloaded.Taken> forNeeds = taken.stream()
                .filter(goods -> goods.isForNeed() && !wanting.get(goods.line().needId()).hasEnded()).toList();
        Map<UUID, BigDecimal> lacking = lacking(forNeeds, wanting);
        for (Unloaded.Taken goods : forNeeds) {
            ArrivalLine line = goods.line();
            BigDecimal wanted = lacking.get(line.needLineId()).min(goods.quantity());
            lacking.computeIfPresent(line.needLineId(), (needLine, lack) -> lack.subtract(wanted));
            line.reserve(wanted);
            if (wanted.signum() > 0 && wanting.get(line.needId()).wantsDelivery()) {
                byNeed.computeIfAbsent(line.needId(), need -> new ArrayList<>()).add(
                        new NeedDeliveries.Line(line.needLineId(), line.donationLineId(), goods.lotId(), wanted));
            }
        }
        return byNeed.entrySet().stream().map(need -> deliveries.plan(arrival.hubId(), need.getKey(), need.getValue()))
                .toList();
    }

    /**
     * What of each need line is not there yet: asked, less what is set aside at any hub, on the road or delivered; of a hub's own need
     * less what it accepted for it. Of a line we have not heard of, everything: what turns out to be too much is freed then.
     */
    private Map<UUID, BigDecimal> lacking(List<Unloaded.Taken> taken, Map<UUID, Need> wanting) {
        Map<Boolean, Set<UUID>> ofHubs = taken.stream().map(Unloaded.Taken::line).collect(Collectors.partitioningBy(
                line -> wanting.get(line.needId()).isOfHub(),
                Collectors.mapping(line -> line.needLineId(), Collectors.toSet())));
        Map<UUID, BigDecimal> there = new HashMap<>(arrivals.acceptedFor(ofHubs.get(true)));
        there.putAll(deliveries.filled(ofHubs.get(false)));
        Set<UUID> lines = taken.stream().map(goods -> goods.line().needLineId()).collect(Collectors.toSet());
        Map<UUID, BigDecimal> asked = needLines.asked(lines);
        return lines.stream().collect(Collectors.toMap(Function.identity(), line -> asked.containsKey(line)
                ? asked.get(line).subtract(there.getOrDefault(line, BigDecimal.ZERO)).max(BigDecimal.ZERO)
                : BigDecimal.valueOf(Long.MAX_VALUE)));
    }
}
