package it.milanoaiuta.platform.data.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.SecretKey;

import it.milanoaiuta.platform.data.cipher.AesGcm;
import it.milanoaiuta.platform.data.cipher.Hkdf;
import it.milanoaiuta.platform.data.cipher.Hmac;

/**
 * Wraps data keys and makes blind indexes, each with a key of its own derived from it. Its id is derived too: it tells nothing of the
 * key and can never stand for another.
 */
final class MasterKey {

    private static final int ID_BYTES = 8;

    final String id;
    private final SecretKey wrapping;
    private final byte[] indexing;

    /** @throws IllegalStateException when it is not the base64 of 32 bytes; never says what it is */
    MasterKey(String base64) {
        byte[] bytes = AesGcm.key(base64, "Each of milano.vault.master-keys").getEncoded();
        this.id = HexFormat.of().formatHex(Arrays.copyOf(derived(bytes, "id"), ID_BYTES));
        this.wrapping = AesGcm.key(derived(bytes, "wrapping"));
        this.indexing = derived(bytes, "indexing");
    }

    private static byte[] derived(byte[] master, String purpose) {
        return Hkdf.expand(master, ("milano.vault." + purpose).getBytes(UTF_8));
    }

    byte[] wrap(SecretKey dataKey, Subject subject) {
        return AesGcm.seal(wrapping, dataKey.getEncoded(), subject.bind("vault_key", id));
    }

    /** @throws VaultUnreadable when it was not wrapped by this key for this subject */
    SecretKey unwrap(byte[] wrapped, Subject subject) {
        return AesGcm.key(subject.opened(wrapping, wrapped, "vault_key", id));
    }

    /** The same for the same value of the same field, and for no other. */
    byte[] digest(String kind, String field, String value) {
        return Hmac.of(indexing, (kind + '|' + field + '|' + value).getBytes(UTF_8));
    }
}
