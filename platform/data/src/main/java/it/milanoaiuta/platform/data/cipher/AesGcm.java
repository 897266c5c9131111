package it.milanoaiuta.platform.data.cipher;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a random nonce, which goes first; what is sealed is bound to what it is, and opens as nothing else. */
public final class AesGcm {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private AesGcm() {}

    public static SecretKey newKey() {
        return key(random(KEY_BYTES));
    }

    public static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    /**
     * A key as it is configured.
     *
     * @param what is said to be wrong with a wrong one, for example <code>delivery.secret</code>
     * @throws IllegalStateException when it is not the base64 of 32 bytes; never says what it is
     */
    public static SecretKey key(String base64, String what) {
        byte[] bytes = new byte[0];
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            // refused below; its message would quote the key
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(what + " must be the base64 of 32 bytes");
        }
        return key(bytes);
    }

    public static byte[] seal(SecretKey key, byte[] text, String boundTo) {
        byte[] nonce = random(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, boundTo).doFinal(text);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not there", e);
        }
    }

    /** Empty when it was sealed under another key or bound to something else, or was changed. */
    public static Optional<byte[]> open(SecretKey key, byte[] sealed, String boundTo) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, sealed, boundTo).doFinal(sealed, NONCE_BYTES,
                    sealed.length - NONCE_BYTES));
        } catch (GeneralSecurityException | IllegalArgumentException notSealedSo) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonceFirst, String boundTo)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonceFirst, 0, NONCE_BYTES));
        cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
