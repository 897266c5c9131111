package it.milanoaiuta.foodhub.between;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.NotFound;

/** Goods between hubs. */
@ApplicationScoped
public class Transfers implements PanacheRepositoryBase<Transfer, UUID> {

    /** @throws NotFound for an unknown id */
    Transfer existing(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /**
     * One that is about to change.
     *
     * @throws NotFound for an unknown id
     */
    Transfer locked(UUID id) {
        Transfer transfer = existing(id);
        getEntityManager().refresh(transfer, LockModeType.PESSIMISTIC_WRITE);
        return transfer;
    }

    /** What a hub sends, newest first, after the given one. */
    List<Transfer> page(UUID hubId, Transfer.State state, Cursor from, int rows) {
        Parameters parameters = Parameters.with("hub", hubId).and("created", from.time(0)).and("id", from.id(1));
        StringBuilder query = new StringBuilder(
                "fromHubId = :hub and (createdAt < :created or createdAt = :created and id > :id)");
        if (state != null) {
            query.append(" and state = :state");
            parameters.and("state", state);
        }
        return find(query.append(" order by createdAt desc, id").toString(), parameters).page(0, rows).list();
    }
}
