package it.milanoaiuta.delivery;

import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Scheduled work without a leader: every replica's tick claims due rows and acts on each in a transaction of its own. Due is
 * judged by the database's clock.
 */
@ApplicationScoped
public class DueWork {

    /**
     * Claims and handles due rows until none is left; a failing row is logged, left for the next tick and does not stop
     * the others.
     *
     * @param claim native SQL that selects the id of one due row, ending in <code>for update skip locked limit 1</code>
     *        and excluding <code>:failed</code> (<code>id &lt;&gt; all(:failed)</code>)
     * @param act acts by a guarded state change, so that the row is no longer due
     * @return how many rows were handled
     */
    public int each(String claim, Consumer<UUID> act) {
        throw new UnsupportedOperationException();
    }
}
