package it.milanoaiuta.platform.requests;

import java.util.List;
import java.util.Optional;

import javax.crypto.SecretKey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.runtime.Startup;
import it.milanoaiuta.platform.data.cipher.AesGcm;
import it.milanoaiuta.platform.events.stream.DeliveryConfig;

/**
 * Encrypts stored answers, bound to principal and key: they may hold personal data and outlive its erasure by up to 7 days.
 */
@Startup // a secret that is none is found at start
@ApplicationScoped
class AnswerCipher {

    private final List<SecretKey> secrets;

    @Inject
    AnswerCipher(DeliveryConfig config) {
        this(config.secret());
    }

    AnswerCipher(List<String> secrets) {
        this.secrets = secrets.stream().map(AnswerCipher::key).toList();
    }

    static SecretKey key(String base64) {
        return AesGcm.key(base64, "delivery.secret");
    }

    /** @param text null for an answer without a body */
    byte[] seal(byte[] text, RequestKey request) {
        return text == null ? null : AesGcm.seal(secrets.get(0), text, boundTo(request));
    }

    /** @throws IllegalStateException when none of the secrets sealed it for this request */
    byte[] open(byte[] stored, RequestKey request) {
        return stored == null
                ? null
                : secrets.stream().map(secret -> AesGcm.open(secret, stored, boundTo(request))).flatMap(Optional::stream)
                        .findFirst().orElseThrow(() -> new IllegalStateException(
                                "A stored answer was encrypted with a secret that is not configured"));
    }

    private static String boundTo(RequestKey request) {
        return request.principal() + "|" + request.key();
    }
}
