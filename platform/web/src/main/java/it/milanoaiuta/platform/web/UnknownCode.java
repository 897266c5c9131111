package it.milanoaiuta.platform.web;

import java.util.List;

/** 400: a list has no such value; answered as for a closed list. */
class UnknownCode extends Refusal {

    private final String field;

    /** @param known what may be written */
    UnknownCode(String field, List<String> known) {
        super(400, "invalid", String.join(", ", known));
        this.field = field;
    }

    @Override
    public List<Violation> violations() {
        return List.of(new Violation(field, "unknown-code"));
    }
}
