package it.milanoaiuta.platform.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.runtime.Startup;
import it.milanoaiuta.platform.data.cipher.Hkdf;
import it.milanoaiuta.platform.data.cipher.Hmac;
import it.milanoaiuta.platform.events.stream.DeliveryConfig;

/**
 * Tells a repetition from another request: HMAC-SHA-256 over method, path, query and body as they came. Its key is derived
 * from <code>delivery.secret</code>, which encrypts too, and not in the database: a body may hold a telephone number, and of those
 * there are so few that a plain hash would give it away.
 */
@Startup // a secret that is none is found at start
@ApplicationScoped
class Fingerprints {

    private static final byte[] PURPOSE = "milano.delivery.fingerprint".getBytes(UTF_8);

    private final List<byte[]> keys;

    @Inject
    Fingerprints(DeliveryConfig config) {
        this(config.secret());
    }

    Fingerprints(List<String> secrets) {
        this.keys = secrets.stream().map(secret -> Hkdf.expand(AnswerCipher.key(secret).getEncoded(), PURPOSE)).toList();
    }

    /** One of 32 bytes for each secret, the current one's first: what was kept under an older secret is recognised too. */
    byte[] of(String method, URI uri, byte[] body) {
        byte[] line = "%s %s?%s\n".formatted(method, uri.getRawPath(), uri.getRawQuery()).getBytes(UTF_8);
        ByteArrayOutputStream fingerprints = new ByteArrayOutputStream();
        keys.forEach(key -> fingerprints.writeBytes(Hmac.of(key, line, body)));
        return fingerprints.toByteArray();
    }
}
