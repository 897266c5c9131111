package it.milanoaiuta.foodhub.inbound.receipt;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import it.milanoaiuta.platform.web.SpokenCode;

/** What was taken of one line, by lot: what carries the same code and date is one, also typed in several ways. */
final class Batches {

    private Batches() {}

    /** In the order they were typed; each lot spelled as it was first. */
    static Collection<NewReceipt.Batch> together(List<NewReceipt.Batch> typed) {
        Map<Object, NewReceipt.Batch> lots = new LinkedHashMap<>();
        for (NewReceipt.Batch batch : typed) {
            String code = SpokenCode.compact(batch.lotCode());
            Object lot = code.isEmpty() ? new Object() : List.of(code, batch.dateKind(), String.valueOf(batch.date()));
            lots.merge(lot, batch, NewReceipt.Batch::and);
        }
        return lots.values();
    }
}
