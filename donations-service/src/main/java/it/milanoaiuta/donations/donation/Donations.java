package it.milanoaiuta.donations.donation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import it.milanoaiuta.platform.web.CheckedCode;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.NotFound;

@ApplicationScoped
public class Donations implements PanacheRepositoryBase<Donation, UUID> {

    private Optional<Donation> findByCode(CheckedCode code) {
        return find("code", code.toString()).firstResultOptional();
    }

    /** @throws NotFound when there is none */
    Donation existing(CheckedCode code) {
        return findByCode(code).orElseThrow(NotFound::new);
    }

    /**
     * The donor's own donation under its row's lock.
     *
     * @throws NotFound when there is none, or it is somebody else's
     */
    Donation ownLocked(CheckedCode code, UUID donor) {
        return find("code = ?1 and donor = ?2", code.toString(), donor).withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(NotFound::new);
    }

    /**
     * Under its row's lock.
     *
     * @throws NotFound when there is none
     */
    Donation locked(CheckedCode code) {
        return find("code", code.toString()).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional()
                .orElseThrow(NotFound::new);
    }

    /** Under their rows' locks, by id: the first in the order of locks ({@link it.milanoaiuta.donations.need.NeedLines}). */
    List<Donation> locked(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** A new version, so that its ETag tells of its lines too; the row is locked. */
    void touch(Donation donation) {
        getEntityManager().lock(donation, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** A donor's own, the newest first. */
    List<Donation> of(UUID donor, Cursor from, int rows) {
        return find("donor = ?1 and id < ?2 order by id desc", donor, from.id(0)).page(Page.ofSize(rows)).list();
    }

    /** A code nobody has yet: of 22 thousand million, so that a second draw at the same instant is no concern. */
    CheckedCode freeCode() {
        CheckedCode code = CheckedCode.draw(Donation.CODES);
        return findByCode(code).isPresent() ? freeCode() : code;
    }
}
