package it.milanoaiuta.foodhub.stock;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.platform.web.NotFound;

/** Recorded checks of lots; the latest of a lot in a hub counts. */
@ApplicationScoped
class LotChecks {

    @Inject
    Session session;

    @Inject
    Clock clock;

    /** @throws NotFound when nothing of the lot is in the hub */
    CheckView record(UUID hubId, UUID lotId, boolean passed, UUID checkedBy) {
        Instant now = clock.instant();
        int recorded = session.createNativeMutationQuery("""
                insert into lot_check (id, lot_id, hub_id, passed, checked_by, checked_at)
                select :id, lot_id, owner, :passed, :by, :at
                from balance where kind = 'HUB' and owner = :hub and lot_id = :lot and quantity > 0""")
                .setParameter("id", Ids.next()).setParameter("passed", passed).setParameter("by", checkedBy)
                .setParameter("at", now).setParameter("hub", hubId).setParameter("lot", lotId).executeUpdate();
        if (recorded == 0) {
            throw new NotFound();
        }
        return new CheckView(lotId, hubId, passed, now);
    }
}
