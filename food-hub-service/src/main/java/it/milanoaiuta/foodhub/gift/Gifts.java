package it.milanoaiuta.foodhub.gift;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What hubs give of their own stock. */
@ApplicationScoped
class Gifts implements PanacheRepositoryBase<Gift, UUID> {

    /** What is given by the donation, locked. */
    Optional<Gift> of(UUID donationId) {
        return find("donationId", donationId).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** The needs something is given to by the donation. */
    List<UUID> needsOf(UUID donationId) {
        return find("select distinct l.needId from Gift g join g.lines l where g.donationId = ?1 and l.needId is not null",
                donationId).project(UUID.class).list();
    }

    /** Those that give by one of these donation lines, locked in the order of their ids. */
    List<Gift> by(Collection<UUID> donationLineIds) {
        return find("from Gift g where exists (select 1 from g.lines l where l.donationLineId in ?1) order by g.id",
                donationLineIds).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }
}
