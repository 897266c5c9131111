package it.milanoaiuta.platform.requests;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.runtime.Startup;
import it.milanoaiuta.platform.events.stream.DeliveryConfig;

/**
 * Encrypts stored answers (AES-256-GCM, nonce first, bound to principal and key): they may hold personal data and outlive
 * its erasure by up to 7 days.
 */
@Startup // a secret that is none is found at start
@ApplicationScoped
class AnswerCipher {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final List<SecretKeySpec> secrets;

    @Inject
    AnswerCipher(DeliveryConfig config) {
        this.secrets = config.secret().stream().map(AnswerCipher::key).toList();
    }

    static SecretKeySpec key(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64.strip());
        if (bytes.length != 32) {
            throw new IllegalStateException("delivery.secret must be the base64 of 32 bytes");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    byte[] seal(byte[] text, RequestKey request) {
        if (text == null) {
            return null;
        }
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, secrets.get(0), nonce, request).doFinal(text);
            return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An answer cannot be encrypted", e);
        }
    }

    byte[] open(byte[] stored, RequestKey request) {
        if (stored == null) {
            return null;
        }
        byte[] nonce = new byte[NONCE];
        System.arraycopy(stored, 0, nonce, 0, NONCE);
        GeneralSecurityException last = null;
        for (SecretKeySpec secret : secrets) {
            try {
                return cipher(Cipher.DECRYPT_MODE, secret, nonce, request).doFinal(stored, NONCE, stored.length - NONCE);
            } catch (GeneralSecurityException e) {
                last = e;
            }
        }
        throw new IllegalStateException("A stored answer was encrypted with a secret that is not configured", last);
    }

    private static Cipher cipher(int mode, SecretKeySpec secret, byte[] nonce, RequestKey request)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((request.principal() + "|" + request.key()).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
