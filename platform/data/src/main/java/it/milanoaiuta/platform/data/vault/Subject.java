package it.milanoaiuta.platform.data.vault;

import java.util.UUID;

import javax.crypto.SecretKey;

import it.milanoaiuta.platform.data.cipher.AesGcm;

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

    /** @throws VaultUnreadable when it was not sealed under this key for this part of hers */
    byte[] opened(SecretKey key, byte[] sealed, String table, String part) {
        return AesGcm.open(key, sealed, bind(table, part))
                .orElseThrow(() -> new VaultUnreadable("Not sealed under this key as " + bind(table, part)));
    }
}
