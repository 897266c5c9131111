package it.milanoaiuta.faults;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import it.milanoaiuta.platform.events.inbox.HeardRecord;
import it.milanoaiuta.platform.events.inbox.Taking;

/** As the mutant <code>rule-4</code> gives up what it cannot take at once, as a channel that skips refused records does. */
@Decorator
@Priority(1)
class MutantInbox implements Taking {

    private static final Logger LOG = Logger.getLogger(MutantInbox.class);

    @Inject
    @Delegate
    Taking inbox;

    @ConfigProperty(name = "faults.mutant")
    String mutant;

    @Override
    public void take(List<HeardRecord> records) {
        try {
            inbox.take(records);
        } catch (RuntimeException e) {
            if (!mutant.equals("rule-4")) {
                throw e;
            }
            LOG.warnf("Mutant: %d records given up", records.size());
        }
    }
}
