package it.milanoaiuta.foodhub.need;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The lines of the needs we have heard of. */
@ApplicationScoped
public class NeedLines implements PanacheRepositoryBase<NeedLine, UUID> {

    /**
     * What a line still lacks: asked, less what is set aside or has left for it, less what other arrivals are still expected
     * to bring for it.
     *
     * @param exceptArrival the arrival that is asking
     * @return empty while the line is unknown
     */
    @SuppressWarnings("unchecked")
    public Optional<BigDecimal> lacking(UUID lineId, UUID exceptArrival) {
        return getEntityManager().createNativeQuery("""
                select greatest(0, l.quantity
                  - (select coalesce(sum(r.quantity), 0) from reservation r
                     where r.need_line_id = l.id and r.end_reason is distinct from 'RELEASED')
                  - (select coalesce(sum(greatest(0, a.expected - a.accepted - a.rejected - a.missing)), 0)
                     from arrival_line a join arrival on arrival.id = a.arrival_id
                     where a.need_line_id = l.id and arrival.state in ('EXPECTED', 'RECEIVING')
                       and arrival.withdrawn is null and arrival.id <> :arrival)) as lacking
                from need_line l where l.id = :line""", Tuple.class)
                .setParameter("line", lineId).setParameter("arrival", exceptArrival).getResultStream()
                .map(row -> ((Tuple) row).get("lacking", BigDecimal.class)).findFirst();
    }
}
