package it.milanoaiuta.donations.need;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import org.hibernate.query.NativeQuery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import it.milanoaiuta.donations.owner.Owner;
import it.milanoaiuta.donations.owner.OwnerKind;
import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.NotFound;

@ApplicationScoped
public class Needs implements PanacheRepositoryBase<Need, UUID> {

    /**
     * Read along need_listed, however many needs there have been: the limit inside keeps PostgreSQL from hashing every line
     * that ever asked for the item.
     */
    static final String OPEN = """
            select n.* from need n join open_need o on o.id = n.id
            where (n.urgency_rank, n.by_when, n.id) > (:rank, :byWhen, :id)
              and (cast(:municipio as int) is null or n.municipio = :municipio)
              and (cast(:urgency as text) is null or n.urgency = :urgency)
              and (cast(:item as uuid) is null or
                   (select true from need_line l where l.need_id = n.id and l.item_id = :item limit 1))
            order by n.urgency_rank, n.by_when, n.id
            limit :limit
            """;

    @Inject
    NeedRules rules;

    @Inject
    Clock clock;

    @Inject
    jakarta.enterprise.event.Event<NeedEnded> ended;

    /**
     * What the public list may be narrowed to; null: not narrowed.
     *
     * @param itemId a line asks for this item
     */
    record Filter(Integer municipio, UUID itemId, Urgency urgency) {}

    static Cursor cursor(Need need) {
        return Cursor.after(need.urgency().ordinal(), need.byWhen(), need.id());
    }

    /** Published, fresh, of owners in good standing; most urgent first, then the earliest. */
    List<Need> open(Filter filter, Cursor from, int rows) {
        return open(OPEN, Need.class, filter, from, rows).getResultList();
    }

    <T> NativeQuery<T> open(String sql, Class<T> type, Filter filter, Cursor from, int rows) {
        return getSession().createNativeQuery(sql, type)
                .setParameter("rank", from.at(0, Integer::valueOf))
                .setParameter("byWhen", from.time(1))
                .setParameter("id", from.id(2))
                .setParameter("municipio", filter.municipio(), Integer.class)
                .setParameter("urgency", filter.urgency() == null ? null : filter.urgency().name(), String.class)
                .setParameter("item", filter.itemId(), UUID.class)
                .setParameter("limit", rows);
    }

    boolean isOpen(UUID id) {
        return !getSession().createNativeQuery("select 1 from open_need where id = :id", Integer.class).setParameter("id", id)
                .getResultList().isEmpty();
    }

    /** Those waiting for a coordinator, oldest first. */
    List<Need> pending(Cursor from, int rows) {
        return find("state = ?1 and id > ?2 order by id", NeedState.PENDING, from.id(0)).page(Page.ofSize(rows)).list();
    }

    /** Of these owners, in every state, newest first. */
    List<Need> of(Collection<UUID> owners, Cursor from, int rows) {
        return find("owner.id in ?1 and id < ?2 order by id desc", owners, from.id(0)).page(Page.ofSize(rows)).list();
    }

    /** @throws NotFound */
    Need existing(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /**
     * The need under its row's lock, as it is now: for a transition. Read it so first, not after an unlocked read.
     *
     * @throws NotFound
     */
    Need locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    /** @throws NotFound */
    Owner ownerOf(UUID id) {
        return getSession().createQuery("select n.owner from Need n where n.id = :id", Owner.class)
                .setParameter("id", id).getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /** A hub's appeal is published at once; an organisation's need is after three validated ones and none rejected lately. */
    boolean isPublishedAtOnce(Owner owner) {
        if (owner.kind() == OwnerKind.HUB) {
            return true;
        }
        return getSession().createNativeQuery("""
                select count(validated_at) >= :enough and count(*) filter (where rejected_at > :since) = 0
                from need where owner_id = :owner
                """, Boolean.class).setParameter("enough", rules.cleanRecordAfter())
                .setParameter("since", clock.instant().minus(rules.cleanRecordFor())).setParameter("owner", owner.id())
                .getSingleResult();
    }

    /**
     * Ends the needs whose every line has what it asked for, and reopens those of which a line no longer has. The caller holds
     * their locks.
     *
     * @return what is to be told
     */
    public List<Event> fulfilOrReopen(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return getSession().createNativeQuery("""
                update need n
                set state = case when n.state <> 'FULFILLED' then 'FULFILLED' when n.fresh_until > now() then 'PUBLISHED'
                                 else 'EXPIRED' end
                where n.id in (:ids) and n.state in ('PUBLISHED', 'EXPIRED', 'FULFILLED')
                  and (n.state = 'FULFILLED') = exists
                      (select from need_line l where l.need_id = n.id and l.received < l.requested)
                returning n.id as id, n.state as state
                """, Moved.class).setParameter("ids", ids).getResultStream()
                .map(this::told).toList();
    }

    private record Moved(UUID id, String state) {}

    private Event told(Moved need) {
        return switch (NeedState.valueOf(need.state)) {
            case FULFILLED -> {
                ended.fire(new NeedEnded(need.id));
                yield new NeedFulfilled(need.id);
            }
            case EXPIRED -> new NeedExpired(need.id);
            default -> new NeedPublished(NeedFacts.of(findById(need.id)));
        };
    }
}
