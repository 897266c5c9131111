package it.milanoaiuta.foodhub.inbound.receipt;

import java.util.List;

import it.milanoaiuta.platform.web.Refusal;
import it.milanoaiuta.platform.web.Violation;

/** A confirmation contradicts itself or what is expected: 400, naming each field; nothing was changed. */
public class ReceiptInvalid extends Refusal {

    private final transient List<Violation> violations;

    ReceiptInvalid(List<Violation> violations) {
        super(400, "receipt-invalid");
        this.violations = List.copyOf(violations);
    }

    @Override
    public List<Violation> violations() {
        return violations;
    }
}
