package it.milanoaiuta.platform.requests;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.runtime.Startup;
import it.milanoaiuta.platform.events.stream.DeliveryConfig;

/**
 * Tells a repetition from another request: HMAC-SHA-256 over method, path, query and body as they came. Its key is derived
 * from <code>delivery.secret</code> and not in the database: a body may hold a telephone number, and of those there are so
 * few that a plain hash would give it away.
 */
@Startup // a secret that is none is found at start
@ApplicationScoped
class Fingerprints {

    private static final String HMAC = "HmacSHA256";

    private final List<SecretKeySpec> keys;

    @Inject
    Fingerprints(DeliveryConfig config) {
        this(config.secret());
    }

    Fingerprints(List<String> secrets) {
        this.keys = secrets.stream().map(AnswerCipher::key).map(Fingerprints::derived).toList();
    }

    /** One block of HKDF-Expand (RFC 5869): the secret is random already, and encrypts too. */
    private static SecretKeySpec derived(SecretKeySpec secret) {
        byte[] purpose = "milano.delivery.fingerprint\1".getBytes(StandardCharsets.UTF_8);
        return new SecretKeySpec(hmac(new SecretKeySpec(secret.getEncoded(), HMAC), purpose), HMAC);
    }

    /** One of 32 bytes for each secret, the current one's first: what was kept under an older secret is recognised too. */
    byte[] of(String method, URI uri, byte[] body) {
        byte[] line = "%s %s?%s\n".formatted(method, uri.getRawPath(), uri.getRawQuery()).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream fingerprints = new ByteArrayOutputStream();
        keys.forEach(key -> fingerprints.writeBytes(hmac(key, line, body)));
        return fingerprints.toByteArray();
    }

    private static byte[] hmac(SecretKeySpec key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not there", e);
        }
    }
}
