package it.milanoaiuta.faults;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;

/** Tokens that the replicas accept, from an issuer of this JVM. */
final class Tokens {

    private static final KeyPair KEYS = keys();

    /** Makes a replica verify them, without any server. */
    static final Map<String, String> CONFIG = Map.of(
            "quarkus.oidc.auth-server-url", "",
            "quarkus.oidc.public-key", Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()));

    private Tokens() {}

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String operator() {
        return of("operator");
    }

    static String of(String role) {
        long now = System.currentTimeMillis() / 1000;
        String content = base64("{\"alg\": \"RS256\", \"typ\": \"JWT\"}") + "." + base64("""
                {"sub": "0192f000-0000-7000-8000-000000000007", "aud": "milano-aiuta-services", "typ": "Bearer", "iat": %d,
                 "exp": %d, "realm_access": {"roles": ["%s"]}}""".formatted(now, now + 3600, role));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEYS.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
