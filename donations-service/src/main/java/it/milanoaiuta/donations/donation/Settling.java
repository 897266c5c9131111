package it.milanoaiuta.donations.donation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.donations.need.LockedLine;
import it.milanoaiuta.donations.need.NeedLines;
import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Outbox;

/**
 * Derives coverage and states from what is known: the one way every change of a donation takes, whether a donor cancels, a hub
 * receives, a delivery arrives, a deadline passes or a need ends. Every claim on a need line it touches is derived anew, from totals
 * only, so that it may be repeated and the order in which receipts and deliveries become known changes nothing (ADR 005).
 */
@ApplicationScoped
public class Settling {

    @Inject
    DonatedGoods goods;

    @Inject
    Claims claims;

    @Inject
    Donations kept;

    @Inject
    NeedLines needLines;

    @Inject
    DonationRules rules;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    void settle(Donation donation, Collection<Event> told) {
        settle(List.of(donation), Set.of(), told);
    }

    /** Derives the lines' coverage anew from what is known. */
    void recount(Set<UUID> needLinesToSettle) {
        settle(List.of(), needLinesToSettle, List.of());
    }

    /**
     * @param donations read under their locks
     * @param touched need lines of a delivery that changed, besides those of the donations
     * @param told what the change itself tells the others; what follows from it is told after it
     */
    void settle(Collection<Donation> donations, Set<UUID> touched, Collection<Event> told) {
        Map<UUID, LockedLine> asked = needLines.lock(Stream.concat(touched.stream(), needLinesOf(donations))
                .collect(Collectors.toSet()));
        Set<UUID> ids = donations.stream().map(donation -> donation.id()).collect(Collectors.toSet());
        Map<UUID, DonatedGoods.Totals> totals = goods.of(ids);
        Set<UUID> closed = goods.closed(ids);
        Instant graceEnds = clock.instant().plus(rules.grace());
        donations.forEach(donation -> donation.know(totals, closed.contains(donation.id()), graceEnds));
        donations.forEach(kept::touch);
        kept.flush();
        Claims.Settled settled = claims.settle(asked.values());
        donations.stream().flatMap(donation -> donation.lines().stream()).filter(line -> line.needLineId() != null)
                .forEach(line -> line.hold(settled.byDonationLine().get(line.id()), settled.coming().get(line.id())));
        List<Event> all = new ArrayList<>(told);
        all.addAll(needLines.write(settled.lines()));
        outbox.append(all);
    }

    private static Stream<UUID> needLinesOf(Collection<Donation> donations) {
        return donations.stream().flatMap(donation -> donation.needLineIds().stream());
    }
}
