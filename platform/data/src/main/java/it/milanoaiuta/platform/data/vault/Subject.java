package it.milanoaiuta.platform.data.vault;

import java.util.UUID;

/**
 * Whose data it is: a person or a case.
 *
 * @param kind what the service calls her, lower case, for example <code>household</code>; never a value from outside
 */
public record Subject(String kind, UUID id) {

    /** What a ciphertext is bound to. */
    String bind(String table, String part) {
        return table + '|' + kind + '|' + id + '|' + part;
    }
}
