package it.milanoaiuta.faults;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import it.milanoaiuta.platform.events.outbox.Placed;
import it.milanoaiuta.platform.events.outbox.RelayedRows;
import it.milanoaiuta.platform.events.stream.ToldEvent;

/** The outbox with a failpoint; and, as the mutant <code>rule-2</code>, read behind a cursor instead of from its start. */
@Decorator
@Priority(1)
class FaultyOutbox implements RelayedRows {

    @Inject
    @Delegate
    RelayedRows table;

    @Inject
    Failpoints failpoints;

    @ConfigProperty(name = "faults.mutant")
    String mutant;

    private long cursor;

    @Override
    public List<ToldEvent> unmoved() {
        if (!mutant.equals("rule-2")) {
            return table.unmoved();
        }
        List<ToldEvent> unseen = table.unmoved().stream().filter(event -> event.id() > cursor).toList();
        cursor = unseen.isEmpty() ? cursor : unseen.get(unseen.size() - 1).id();
        return unseen;
    }

    @Override
    public void move(List<Placed> placed) {
        failpoints.reached(Failpoints.BETWEEN_ACK_AND_MOVE);
        table.move(placed);
    }
}
