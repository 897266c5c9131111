package it.milanoaiuta.foodhub.copies.need;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The lines of the needs we have heard of. */
@ApplicationScoped
public class NeedLines implements PanacheRepositoryBase<NeedLine, UUID> {

    private static final String FILLED = """
            case when n.owner_kind = 'HUB' then
              (select coalesce(sum(a.set_aside), 0) from arrival_line a where a.need_line_id = l.id)
            else
              (select coalesce(sum(r.quantity), 0) from reservation r where r.need_line_id = l.id and r.ended_at is null)
              + (select coalesce(sum(case when d.state = 'LOADED' or d.state in ('PARTIAL', 'FAILED') and d.returned_at is null
                                     then g.quantity else coalesce(g.delivered, 0) end), 0)
                 from delivery_line g join delivery d on d.id = g.delivery_id where g.need_line_id = l.id)
            end""";

    /**
     * What of a line is not there yet: asked, less what is set aside at any hub, on the road or delivered; of a hub's own need less what
     * it accepted for it. The need is locked.
     *
     * @return empty while the line is unknown
     */
    public Optional<BigDecimal> lacking(UUID lineId) {
        return getEntityManager().createNativeQuery("select greatest(0, l.quantity - " + FILLED + """
                ) from need_line l join need n on n.id = l.need_id where l.id = :line""", BigDecimal.class)
                .setParameter("line", lineId).getResultStream().map(BigDecimal.class::cast).findFirst();
    }

    /** How much more of each line of the need is there than it asks for; lines with so much or less are left out. */
    @SuppressWarnings("unchecked")
    Map<UUID, BigDecimal> tooMuch(UUID needId) {
        List<Tuple> rows = getEntityManager().createNativeQuery("select * from (select l.id, " + FILLED + """
                 - l.quantity as over from need_line l join need n on n.id = l.need_id where n.id = :need) line where over > 0
                order by id""", Tuple.class).setParameter("need", needId).getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> row.get("id", UUID.class), row -> row.get("over", BigDecimal.class)));
    }
}
