package it.milanoaiuta.platform.events;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** As the mutant <code>rule-4</code> gives up what it cannot take at once, as a channel that skips refused records does. */
@Alternative
@Priority(1)
@ApplicationScoped
class MutantInbox extends Inbox {

    private static final Logger LOG = Logger.getLogger(MutantInbox.class);

    @ConfigProperty(name = "faults.mutant")
    String mutant;

    @Override
    void take(List<Arrival> records) {
        try {
            super.take(records);
        } catch (RuntimeException e) {
            if (!mutant.equals("rule-4")) {
                throw e;
            }
            LOG.warnf("Mutant: %d records given up", records.size());
        }
    }
}
