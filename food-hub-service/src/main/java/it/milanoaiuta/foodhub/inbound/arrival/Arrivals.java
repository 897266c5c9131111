package it.milanoaiuta.foodhub.inbound.arrival;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import it.milanoaiuta.platform.web.CheckedCode;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.NotFound;

/** What comes, and came, to the hubs. */
@ApplicationScoped
public class Arrivals implements PanacheRepositoryBase<Arrival, UUID> {

    /** @throws NotFound for an unknown id */
    public Arrival existing(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /**
     * One that is about to change, and those of the same donation at other hubs: confirmations of one wait for each other. Locked first and read afterwards: a refresh
     * that locks reads the lines too, locks them one by one in a second statement, and breaks when another transaction has
     * changed them in between (Hibernate's follow-on locking).
     *
     * @throws NotFound for an unknown id
     */
    public Arrival locked(UUID id) {
        getSession().createNativeQuery("""
                select id from arrival
                where id = :id or donation_id = (select donation_id from arrival where id = :id) order by id for update
                """, UUID.class).setParameter("id", id).getResultList();
        Arrival arrival = existing(id);
        getEntityManager().refresh(arrival);
        return arrival;
    }

    /** The donation that has the code, when hubs were told of it; not one that a hub gives of its own stock. */
    public Optional<UUID> donation(CheckedCode code) {
        return find("select distinct a.donationId from Arrival a where a.code = ?1 and a.kind = ?2", code.toString(),
                Arrival.Kind.DONATION).project(UUID.class).firstResultOptional();
    }

    /** The arrivals of a donation at every hub it was sent to or came to, locked; read afterwards, as one may have come meanwhile. */
    public List<Arrival> ofDonation(UUID donationId) {
        getSession()
                .createNativeQuery("select id from arrival where donation_id = :donation order by id for update", UUID.class)
                .setParameter("donation", donationId).getResultList();
        return list("donationId = ?1 order by id", donationId);
    }

    /**
     * Something of the arrival was confirmed, or taken back: the other hubs of its donation, which is locked, expect what remains.
     *
     * @return whether something remains
     */
    public boolean expectTheRest(Arrival arrival) {
        if (arrival.kind() != Arrival.Kind.DONATION) {
            return false;
        }
        RestOfDonation rest = new RestOfDonation(ofDonation(arrival.donationId()));
        rest.expect();
        return !rest.isNone();
    }

    /** By transfer, its arrivals: at its destination and, of what was not taken there, back at its sender. */
    public Map<UUID, List<Arrival>> ofTransfers(Collection<UUID> transferIds) {
        return find("transferId in ?1 order by recordedAt, id", transferIds).stream()
                .collect(Collectors.groupingBy(arrival -> arrival.transferId()));
    }

    /** By need line, what arrivals so far were accepted for, in the item's base unit; none for nothing. */
    public Map<UUID, BigDecimal> acceptedFor(Collection<UUID> needLineIds) {
        return getSession()
                .createQuery("select needLineId, sum(setAside) from ArrivalLine where needLineId in ?1 group by needLineId",
                        OfLine.class)
                .setParameter(1, needLineIds).getResultStream()
                .collect(Collectors.toMap(OfLine::needLineId, OfLine::quantity));
    }

    private record OfLine(UUID needLineId, BigDecimal quantity) {}

    /** By window, then id, after the given one; each filter that is null lets all through. */
    public List<Arrival> page(UUID hubId, LocalDate day, Arrival.State state, CheckedCode code, Cursor from, int rows) {
        Parameters parameters = Parameters.with("hub", hubId).and("window", from.time(0)).and("id", from.id(1));
        StringBuilder query = new StringBuilder("hubId = :hub and (windowStart, id) > (:window, :id)");
        if (day != null) {
            query.append(" and day = :day");
            parameters.and("day", day);
        }
        if (state != null) {
            query.append(" and state = :state");
            parameters.and("state", state);
        }
        if (code != null) {
            query.append(" and code = :code");
            parameters.and("code", code.toString());
        }
        return find(query.append(" order by windowStart, id").toString(), parameters).page(0, rows).list();
    }

    /** Where the goods go that are sent back from the arrival of a transfer, locked. */
    public Optional<Arrival> returnOf(Arrival arrival) {
        return find("transferId = ?1 and kind = ?2", arrival.transferId(), Arrival.Kind.RETURN)
                .withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }
}
