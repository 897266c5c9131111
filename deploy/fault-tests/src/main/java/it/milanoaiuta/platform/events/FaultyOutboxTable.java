package it.milanoaiuta.platform.events;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import it.milanoaiuta.faults.Failpoints;

/** The outbox with a failpoint; and, as the mutant <code>rule-2</code>, read behind a cursor instead of from its start. */
@Alternative
@Priority(1)
@ApplicationScoped
class FaultyOutboxTable extends OutboxTable {

    @Inject
    Failpoints failpoints;

    @ConfigProperty(name = "faults.mutant")
    String mutant;

    private long cursor;

    @Override
    List<Told> unmoved() {
        if (!mutant.equals("rule-2")) {
            return super.unmoved();
        }
        List<Told> unseen = super.unmoved().stream().filter(event -> event.id() > cursor).toList();
        cursor = unseen.isEmpty() ? cursor : unseen.get(unseen.size() - 1).id();
        return unseen;
    }

    @Override
    void move(List<Placed> placed) {
        failpoints.reached(Failpoints.BETWEEN_ACK_AND_MOVE);
        super.move(placed);
    }
}
