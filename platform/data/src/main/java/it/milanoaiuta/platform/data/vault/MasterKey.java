package it.milanoaiuta.platform.data.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Wraps data keys and makes blind indexes, each with a key of its own derived from it (one block of HKDF-Expand, RFC 5869: its
 * 32 bytes are random already). Its id is derived too: it tells nothing of the key and can never stand for another.
 */
final class MasterKey {

    private static final String HMAC = "HmacSHA256";
    private static final int ID_BYTES = 8;

    final String id;
    private final SecretKey wrapping;
    private final byte[] indexing;

    /** @throws IllegalStateException when it is not the base64 of 32 bytes; never says what it is */
    MasterKey(String base64) {
        byte[] bytes = bytes(base64);
        this.id = HexFormat.of().formatHex(Arrays.copyOf(derived(bytes, "id"), ID_BYTES));
        this.wrapping = AesGcm.key(derived(bytes, "wrapping"));
        this.indexing = derived(bytes, "indexing");
    }

    private static byte[] bytes(String base64) {
        byte[] bytes = new byte[0];
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            // refused below; its message would quote the key
        }
        if (bytes.length != AesGcm.KEY_BYTES) {
            throw new IllegalStateException("Each of milano.vault.master-keys must be the base64 of 32 bytes");
        }
        return bytes;
    }

    private static byte[] derived(byte[] master, String purpose) {
        return hmac(master, "milano.vault." + purpose + '\1');
    }

    byte[] wrap(SecretKey dataKey, Subject subject) {
        return AesGcm.seal(wrapping, dataKey.getEncoded(), subject.bind("vault_key", id));
    }

    /** @throws VaultUnreadable when it was not wrapped by this key for this subject */
    SecretKey unwrap(byte[] wrapped, Subject subject) {
        return AesGcm.key(AesGcm.open(wrapping, wrapped, subject.bind("vault_key", id)));
    }

    /** The same for the same value of the same field, and for no other. */
    byte[] digest(String kind, String field, String value) {
        return hmac(indexing, kind + '|' + field + '|' + value);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not there", e);
        }
    }
}
