package it.milanoaiuta.platform.web;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A key pair made for one run: its private half signs the test's tokens, its public half is what the service knows. */
public class Issuer implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair keys = generator.generateKeyPair();
            return Map.of("quarkus.oidc.public-key", base64(keys.getPublic().getEncoded()),
                    "smallrye.jwt.sign.key", base64(keys.getPrivate().getEncoded()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void stop() {}

    private static String base64(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
