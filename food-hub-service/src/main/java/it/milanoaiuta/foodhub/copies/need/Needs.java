package it.milanoaiuta.foodhub.copies.need;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The needs we have heard of. */
@ApplicationScoped
public class Needs implements PanacheRepositoryBase<Need, UUID> {

    /**
     * Locks the needs in the order of their ids, unknown ones as stubs: goods are never set aside for a need that is ending at
     * the same moment.
     */
    public Map<UUID, Need> locked(Collection<UUID> ids) {
        List<UUID> sorted = ids.stream().distinct().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
        sorted.forEach(this::insertStub);
        return sorted.stream().map(id -> findById(id, LockModeType.PESSIMISTIC_WRITE))
                .collect(Collectors.toMap(need -> need.id(), Function.identity()));
    }

    private void insertStub(UUID id) {
        getSession().createNativeMutationQuery("insert into need (id, state) values (:id, 'OPEN') on conflict do nothing")
                .setParameter("id", id).executeUpdate();
    }

    /** Whose need each of them is: those of organisations, as far as we have heard. */
    public Map<UUID, UUID> organisationsOf(Collection<UUID> ids) {
        return find("id in ?1 and ownerKind = ?2", ids, Need.OwnerKind.ORGANISATION).stream()
                .collect(Collectors.toMap(need -> need.id(), need -> need.ownerId()));
    }
}
