package it.milanoaiuta.foodhub.arrival;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.defaults.Ids;
import it.milanoaiuta.foodhub.offline.OfflineConfirmations;
import it.milanoaiuta.foodhub.stock.FundingSource;
import it.milanoaiuta.foodhub.stock.Lot;
import it.milanoaiuta.foodhub.stock.Lots;

/** Goods of a confirmation that was kept to be settled came besides what is booked: they get an arrival of their own. */
@ApplicationScoped
public class FurtherArrivals {

    @Inject
    Receipts receipts;

    @Inject
    Arrivals arrivals;

    @Inject
    Receiving receiving;

    @Inject
    OfflineConfirmations confirmations;

    @Inject
    Lots lots;

    /**
     * Books what was taken, with the lots and at the time that were said; what was rejected or missing never came in.
     *
     * @return the arrival, closed; empty when nothing was taken
     */
    public Optional<UUID> book(UUID receiptId, UUID manager) {
        Receipt kept = receipts.existing(receiptId);
        Arrival first = arrivals.existing(kept.arrivalId);
        Arrival further = new Arrival(first.hubId, Arrival.Kind.UNANNOUNCED,
                Objects.requireNonNullElse(first.fundingSource, FundingSource.SURPLUS), kept.occurredAt, kept.occurredAt,
                first.recordedAt);
        further.supplier = first.supplier;
        further.documentNumber = first.documentNumber;
        List<NewReceipt.Line> lines = new ArrayList<>();
        for (NewReceipt.Line said : confirmations.read(kept.request, NewReceipt.class).lines()) {
            if (said.taken().signum() > 0) {
                lines.add(expect(said, first, further));
            }
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        arrivals.persist(further);
        arrivals.flush();
        receiving.receive(further.id, new NewReceipt(Ids.next(), kept.occurredAt, null, true, lines), manager);
        return Optional.of(further.id);
    }

    private NewReceipt.Line expect(NewReceipt.Line said, Arrival first, Arrival further) {
        ArrivalLine before = said.arrivalLineId() == null ? null : first.line(said.arrivalLineId()).orElseThrow();
        ArrivalLine line = further.newLine(before == null ? said.itemId() : before.itemId);
        line.expected = said.taken();
        List<NewReceipt.Batch> batches = before == null || before.lotId == null
                ? said.lots()
                : List.of(again(lots.findById(before.lotId), said));
        return new NewReceipt.Line(line.id, null, said.taken(), null, null, null, null, null, batches, said.temperature());
    }

    /** Goods like those of a lot that came from another hub. */
    private static NewReceipt.Batch again(Lot lot, NewReceipt.Line said) {
        return new NewReceipt.Batch(lot.code, lot.dateKind, lot.datePrecision == null ? null : lot.date(), said.taken(),
                true);
    }
}
