package it.milanoaiuta.foodhub.hub.help;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.NotFound;

@ApplicationScoped
public class HelpRequests implements PanacheRepositoryBase<HelpRequest, UUID> {

    /** @throws NotFound for an unknown id */
    HelpRequest locked(UUID id) {
        return findLocked(id).orElseThrow(NotFound::new);
    }

    Optional<HelpRequest> findLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** A page of a hub's requests by start, those that are over left out. */
    List<HelpRequest> ofHub(UUID hubId, Instant now, Cursor from, int rows) {
        return find("hubId = ?1 and endsAt > ?2 and (startsAt > ?3 or startsAt = ?3 and id > ?4)", Sort.by("startsAt", "id"),
                hubId, now, from.time(0), from.id(1)).page(0, rows).list();
    }
}
