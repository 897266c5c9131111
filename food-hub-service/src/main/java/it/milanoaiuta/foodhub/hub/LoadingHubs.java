package it.milanoaiuta.foodhub.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.StartupEvent;
import it.milanoaiuta.foodhub.copies.item.StorageClass;
import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Outbox;

/**
 * Opens the hubs of the reference file that are not open yet and brings those of an older edition up to date, at every start.
 * Several replicas may start at once: the first to insert a hub tells of it, the others wait and find it there; one with an
 * older file changes nothing.
 */
@ApplicationScoped
public class LoadingHubs {

    static final String FILE = "/reference/hubs.json";

    @Inject
    Hubs hubs;

    @Inject
    Outbox outbox;

    @Inject
    ObjectMapper json;

    @Transactional
    void atStart(@Observes StartupEvent start) {
        List<Event> events = new ArrayList<>();
        Reference reference = read(json);
        for (Described described : reference.hubs) {
            boolean opened = hubs.insertOnce(described);
            Hub hub = hubs.locked(described.id);
            HubChanged before = HubChanged.of(hub);
            if (hub.edition() < reference.edition) {
                hub.describe(described, reference.edition);
            }
            if (opened) {
                events.add(HubOpened.of(hub));
            } else if (!HubChanged.of(hub).equals(before)) {
                events.add(HubChanged.of(hub));
            }
        }
        outbox.append(events);
    }

    static Reference read(ObjectMapper json) {
        try (InputStream file = LoadingHubs.class.getResourceAsStream(FILE)) {
            return json.readValue(file, Reference.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param edition raised with every change of the file: while replicas of two releases run side by side, the older file must
     *        not overwrite what the newer one wrote
     */
    record Reference(int edition, List<Described> hubs) {}

    /** A hub as the reference file describes it. */
    record Described(UUID id, String code, String name, HubKind kind, String address, int municipio, BigDecimal longitude,
            BigDecimal latitude, UUID operatingOrganisationId, boolean demo, Set<Hub.Opening> opening,
            Map<StorageClass, BigDecimal> capacityKg) {}
}
