package it.milanoaiuta.platform.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import it.milanoaiuta.local.TestStack;

/**
 * Access tokens like Keycloak's, signed by the tests' own issuer. A service under {@link OnLocalStack} verifies signature,
 * issuer, audience and time as it does in earnest.
 */
public final class TestTokens {

    public static final String ISSUER = "https://issuer.test/realms/milano-aiuta";
    public static final String AUDIENCE = "milano-aiuta-services";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration VALID = Duration.ofHours(1);

    private record Bearer(UUID subject, List<String> realmRoles) {}

    private record Issued(String token, Instant expires) {}

    /** To sign takes longer than most requests do: who asks again shows the token she has, as people do. */
    private static final Map<Bearer, Issued> ISSUED = new ConcurrentHashMap<>();

    private TestTokens() {}

    /** A token of this person, valid for half an hour at least. */
    public static String of(UUID subject, String... realmRoles) {
        Instant now = Instant.now();
        return ISSUED.compute(new Bearer(subject, List.of(realmRoles)),
                (bearer, issued) -> issued == null || issued.expires.isBefore(now.plus(VALID.dividedBy(2)))
                        ? issued(bearer, now.plus(VALID), realmRoles)
                        : issued).token;
    }

    private static Issued issued(Bearer bearer, Instant expires, String... realmRoles) {
        return new Issued(of(bearer.subject, expires, AUDIENCE, realmRoles), expires);
    }

    /** A token with its end and audience given: for the tests that want it refused. */
    public static String of(UUID subject, Instant expires, String audience, String... realmRoles) {
        Map<String, Object> claims = new HashMap<>(
                Map.of("iss", ISSUER, "aud", audience, "sub", subject.toString(), "typ", "Bearer", "jti",
                        UUID.randomUUID().toString(), "iat", expires.minus(VALID).getEpochSecond(), "exp",
                        expires.getEpochSecond()));
        if (realmRoles.length > 0) {
            claims.put("realm_access", Map.of("roles", List.of(realmRoles)));
        }
        return signed(claims);
    }

    private static String signed(Map<String, Object> claims) {
        try {
            String content = encoded(JSON.writeValueAsBytes(Map.of("alg", "RS256", "typ", "JWT"))) + "."
                    + encoded(JSON.writeValueAsBytes(claims));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey key() throws GeneralSecurityException {
        byte[] encoded = Base64.getDecoder().decode(TestStack.get().keys().signing());
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
