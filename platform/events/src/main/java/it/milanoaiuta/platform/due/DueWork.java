package it.milanoaiuta.platform.due;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Scheduled work without a leader: every replica's tick claims due rows and acts on each in a transaction of its own. Due is
 * judged by the database's clock.
 */
@ApplicationScoped
public class DueWork {

    private static final Logger LOG = Logger.getLogger(DueWork.class);

    @Inject
    EntityManager entities;

    /**
     * Claims and handles due rows until none is left; a failing row is logged, left for the next tick and does not stop
     * the others.
     *
     * @param claim native SQL that selects the id of one due row, ending in <code>for update skip locked limit 1</code>
     *        and excluding <code>:failed</code> (<code>id &lt;&gt; all(:failed)</code>)
     * @param act acts by a guarded state change, so that the row is no longer due; runs in the claim's transaction
     * @return how many rows were handled
     */
    public int each(String claim, Consumer<UUID> act) {
        Set<UUID> handled = new HashSet<>();
        Set<UUID> failed = new HashSet<>();
        while (one(claim, act, handled, failed)) {
            // until none is due
        }
        return handled.size();
    }

    private boolean one(String claim, Consumer<UUID> act, Set<UUID> handled, Set<UUID> failed) {
        UUID[] claimed = new UUID[1];
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                claimed[0] = claim(claim, failed);
                if (claimed[0] == null) {
                    return;
                }
                if (handled.contains(claimed[0])) {
                    throw new IllegalStateException("It was acted on and is still due");
                }
                act.accept(claimed[0]);
            });
        } catch (RuntimeException e) {
            if (claimed[0] == null) {
                throw e; // the claim itself: nothing else would do better
            }
            LOG.errorf(e, "Due work on %s failed; the next tick tries again", claimed[0]);
            handled.remove(claimed[0]);
            failed.add(claimed[0]);
            return true;
        }
        return claimed[0] != null && handled.add(claimed[0]);
    }

    private UUID claim(String claim, Set<UUID> failed) {
        List<?> ids = entities.createNativeQuery(claim, UUID.class)
                .setParameter("failed", failed.toArray(UUID[]::new))
                .getResultList();
        return ids.isEmpty() ? null : (UUID) ids.get(0);
    }
}
