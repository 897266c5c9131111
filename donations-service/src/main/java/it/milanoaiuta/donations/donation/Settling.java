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

import it.milanoaiuta.delivery.Event;
import it.milanoaiuta.delivery.Outbox;
import it.milanoaiuta.donations.need.LockedLine;
import it.milanoaiuta.donations.need.NeedLines;
import it.milanoaiuta.donations.need.Share;

/**
 * Derives coverage and states from what is known: the one way every change of a donation takes, whether a donor cancels, a hub
 * receives, a delivery arrives, a deadline passes or a need ends. It reads totals only, so that it may be repeated and the
 * order in which receipts and deliveries become known changes nothing (ADR 005).
 */
@ApplicationScoped
public class Settling {

    @Inject
    Facts facts;

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

    /**
     * @param donations read under their locks
     * @param delivered need lines of a delivery that changed
     * @param told what the change itself tells the others; what follows from it is told after it
     */
    void settle(Collection<Donation> donations, Set<UUID> delivered, Collection<Event> told) {
        Map<UUID, LockedLine> asked = needLines.lock(Stream.concat(delivered.stream(), needLinesOf(donations))
                .collect(Collectors.toSet()));
        Set<UUID> ids = donations.stream().map(donation -> donation.id).collect(Collectors.toSet());
        Map<UUID, Facts.Totals> totals = facts.of(ids);
        Set<UUID> closed = facts.closed(ids);
        donations.forEach(donation -> settle(donation, totals, closed.contains(donation.id), asked));
        donations.forEach(kept::touch);
        facts.direct(asked.keySet()).forEach(goods -> settle(goods, asked.get(goods.needLineId())));
        List<Event> all = new ArrayList<>(told);
        all.addAll(needLines.write(asked.values()));
        outbox.append(all);
    }

    private void settle(Donation donation, Map<UUID, Facts.Totals> totals, boolean closed, Map<UUID, LockedLine> asked) {
        boolean expected = donation.withdrawn == null && !closed;
        donation.lines.forEach(line -> {
            Facts.Totals known = totals.get(line.id);
            line.know(known);
            if (line.needLineId != null) {
                settle(line, known, expected, asked.get(line.needLineId));
            }
        });
        boolean wasComing = donation.state.isComing();
        donation.state = donation.judge(closed);
        if (donation.state.isComing() && !wasComing) {
            // A receipt was undone: the hub gets the grace anew to confirm what really came.
            Instant graceEnds = clock.instant().plus(rules.grace());
            donation.lapsesAt = donation.lapsesAt.isAfter(graceEnds) ? donation.lapsesAt : graceEnds;
        }
    }

    private static void settle(DonationLine line, Facts.Totals known, boolean expected, LockedLine asked) {
        Share before = line.share();
        Share after = line.claim(known, expected, asked.isEnded()).share(asked.roomFor(before),
                asked.isOfHub() || line.service != null);
        asked.exchange(before, after);
        line.hold(after);
    }

    private void settle(Facts.Direct goods, LockedLine asked) {
        Share before = Share.ofReceived(goods.received());
        Share after = Share.ofReceived(goods.delivered().min(asked.roomFor(before)));
        if (before.received().compareTo(after.received()) != 0) {
            asked.exchange(before, after);
            facts.write(goods, after.received());
        }
    }

    private static Stream<UUID> needLinesOf(Collection<Donation> donations) {
        return donations.stream().flatMap(donation -> donation.needLineIds().stream());
    }
}
