package it.milanoaiuta.foodhub.copies.need;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The lines of the needs we have heard of. */
@ApplicationScoped
public class NeedLines implements PanacheRepositoryBase<NeedLine, UUID> {

    /** How much each of the lines asks for, in the item's base unit; those we have not heard of are left out. */
    public Map<UUID, BigDecimal> asked(Collection<UUID> lineIds) {
        return quantities(find("id in ?1", lineIds).stream());
    }

    /** How much each line of the need asks for. */
    public Map<UUID, BigDecimal> askedBy(UUID needId) {
        return quantities(find("needId", needId).stream());
    }

    private static Map<UUID, BigDecimal> quantities(Stream<NeedLine> lines) {
        return lines.collect(Collectors.toMap(line -> line.id(), line -> line.quantity()));
    }
}
