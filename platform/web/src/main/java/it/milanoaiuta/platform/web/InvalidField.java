package it.milanoaiuta.platform.web;

import java.util.List;

/** A field is well formed but wrong by a rule that annotations cannot say: 400 with the field's path. */
public class InvalidField extends Refusal {

    private final transient Violation violation;

    /**
     * @param field path of the field, for example <code>lines[2].unit</code>
     * @param code key of the sentence in the service's bundle <code>refusals</code>
     */
    public InvalidField(String field, String code, Object... arguments) {
        super(400, code, arguments);
        this.violation = new Violation(field, code);
    }

    @Override
    public List<Violation> violations() {
        return List.of(violation);
    }
}
