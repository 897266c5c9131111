package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

import it.milanoaiuta.donations.need.LockedLine;
import it.milanoaiuta.donations.need.Share;

/**
 * Derives every claim on a need line anew from what is known. Shares are written under the lock of the need alone, also those of
 * donations that nobody holds: whoever changes what a claim follows from settles the need line afterwards.
 */
@ApplicationScoped
class Claims {

    /** Of goods that no donation line had promised to the need line only what is on deliveries is known. */
    private static final String ON = """
            select l.id as line, l.need_line_id as need_line, l.quantity as quantity, l.promised as promised,
                   l.in_transit as in_transit, l.received as received,
                   d.withdrawn is null and not l.cancelled and not l.released and not coalesce(
                     (select bool_and(closed) from arrival_line where donation_id = d.id), false) as expected,
                   n.owner_kind = 'HUB' or l.service is not null as at_home, asked.ended as ended,
                   coalesce(a.accepted, 0) as accepted, coalesce(a.refused, 0) as refused,
                   coalesce(case when l.service is null then a.set_aside else a.accepted end, 0) as set_aside,
                   coalesce(c.planned, 0) as planned, coalesce(c.carried, 0) as carried, coalesce(c.delivered, 0) as delivered,
                   d.pledged_at as since
            from donation_line l
            join donation d on d.id = l.donation_id
            join need_line asked on asked.id = l.need_line_id
            join need n on n.id = asked.need_id
            left join lateral (
              select sum(accepted) as accepted, sum(rejected + missing) as refused, sum(set_aside) as set_aside
              from arrival_line where donation_id = l.donation_id and donation_line_id = l.id
            ) a on true
            left join lateral (
              select sum(planned) as planned, sum(case when over then delivered else carried end) as carried,
                     sum(delivered) as delivered
              from delivery_line where donation_line_id = l.id and need_line_id = l.need_line_id
            ) c on true
            where l.need_line_id in (:lines)
            union all
            select null, c.need_line_id, 0, 0, 0, 0, false, false, asked.ended, 0, 0, 0, sum(c.planned),
                   sum(case when c.over then c.delivered else c.carried end), sum(c.delivered), null
            from delivery_line c
            join need_line asked on asked.id = c.need_line_id
            join need n on n.id = asked.need_id and n.owner_kind <> 'HUB'
            where c.need_line_id in (:lines) and not exists
              (select from donation_line l where l.id = c.donation_line_id and l.need_line_id = c.need_line_id)
            group by c.need_line_id, asked.ended
            order by since, line
            """;

    @Inject
    Session database;

    /** How far the lines are covered now, and what each donation line holds of them and may still bring. */
    record Settled(List<LockedLine> lines, Map<UUID, Share> byDonationLine, Map<UUID, BigDecimal> coming) {}

    /** Shares the locked lines out and writes who holds what. */
    Settled settle(Collection<LockedLine> asked) {
        Settled settled = new Settled(new ArrayList<>(), new HashMap<>(), new HashMap<>());
        if (!asked.isEmpty()) {
            Map<UUID, List<Claim>> claims = on(asked.stream().map(LockedLine::id).toList());
            asked.forEach(line -> settled.lines.add(settle(line, claims.getOrDefault(line.id(), List.of()), settled)));
        }
        return settled;
    }

    private LockedLine settle(LockedLine asked, List<Claim> claims, Settled settled) {
        List<Share> shares = Sharing.of(asked.requested(), claims);
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            if (claim.donationLineId() != null) {
                write(claim, shares.get(i));
                settled.byDonationLine.put(claim.donationLineId(), shares.get(i));
                settled.coming.put(claim.donationLineId(), claim.coming());
            }
        }
        return asked.coveredBy(shares.stream().reduce(Share.NONE, Share::plus));
    }

    private void write(Claim claim, Share share) {
        if (share.equals(claim.held())) {
            return;
        }
        boolean crowded = share.promised().compareTo(Sharing.kept(claim)) < 0;
        database.createNativeMutationQuery("""
                update donation_line
                set promised = :promised, in_transit = :inTransit, received = :received, crowd_due = crowd_due or :crowded
                where id = :id
                """).setParameter("promised", share.promised()).setParameter("inTransit", share.inTransit())
                .setParameter("received", share.received()).setParameter("crowded", crowded)
                .setParameter("id", claim.donationLineId()).executeUpdate();
    }

    /** By need line, the oldest first. */
    private Map<UUID, List<Claim>> on(List<UUID> needLines) {
        return database.createNativeQuery(ON, ClaimRow.class).setParameter("lines", needLines).getResultStream()
                .collect(Collectors.groupingBy(ClaimRow::needLine, Collectors.mapping(ClaimRow::claim, Collectors.toList())));
    }

    /**
     * As it is read.
     *
     * @param line of a donation, null for goods that none had promised to the need line
     * @param since when it was promised; the order of claims
     */
    private record ClaimRow(UUID line, UUID needLine, BigDecimal quantity, BigDecimal promised, BigDecimal inTransit,
            BigDecimal received, boolean expected, boolean atHome, boolean ended, BigDecimal accepted, BigDecimal refused,
            BigDecimal setAside, BigDecimal planned, BigDecimal carried, BigDecimal delivered, Instant since) {

        private Claim claim() {
            return new Claim(line, quantity, new Claim.Goods(accepted, refused, setAside, planned, carried, delivered),
                    expected,
                    atHome, ended, new Share(promised, inTransit, received));
        }
    }
}
