package it.milanoaiuta.foodhub.hub;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.foodhub.copies.item.StorageClass;

/** A hub as everybody may see it. */
public record HubView(UUID id, String code, String name, Hub.Kind kind, Hub.State state, String address,
        @Schema(description = "1 to 9") int municipio,
        @Schema(description = "Centre of its neighbourhood: where it lies on a map of the city, not its door") Point point,
        @Schema(description = "Europe/Rome wall time") List<Hub.Opening> opening,
        @Schema(description = "Kilograms that fit, by storage class; a class that is not named cannot be kept") Map<StorageClass, BigDecimal> capacityKg,
        @Schema(description = "The organisation that runs it, where known") UUID operatingOrganisationId,
        @Schema(description = "True: not a place that exists") boolean demo, boolean intakePaused) {

    public record Point(BigDecimal longitude, BigDecimal latitude) {}

    static HubView of(Hub hub) {
        return new HubView(hub.id(), hub.code(), hub.name(), hub.kind(), hub.state(), hub.address(), hub.municipio(),
                new Point(hub.longitude(), hub.latitude()),
                hub.opening().stream().sorted(Comparator.comparing(Hub.Opening::weekday).thenComparing(Hub.Opening::opens))
                        .toList(),
                Map.copyOf(hub.capacityKg()), hub.operatingOrganisationId(), hub.isDemo(), hub.isIntakePaused());
    }
}
