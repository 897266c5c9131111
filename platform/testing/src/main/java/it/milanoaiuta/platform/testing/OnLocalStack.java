package it.milanoaiuta.platform.testing;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import it.milanoaiuta.local.TestStack;

/**
 * Runs a Quarkus test on the tests' stack: an empty database, topics of its own, tokens of {@link TestTokens}.
 * Argument <code>service</code>: the service's name, as in <code>delivery.source</code>.
 */
public class OnLocalStack implements QuarkusTestResourceLifecycleManager {

    private String service;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.get("service");
        if (service == null) {
            throw new IllegalArgumentException("OnLocalStack needs @ResourceArg(name = \"service\", value = …).");
        }
    }

    @Override
    public Map<String, String> start() {
        TestStack stack = TestStack.get();
        // One per JVM: two Maven runs may test the same module at the same time.
        String own = service.replace('-', '_') + "_" + ProcessHandle.current().pid();
        TestStack.Database database = stack.freshDatabase(own);
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.jdbc.url", database.url());
        config.put("quarkus.datasource.username", database.user());
        config.put("quarkus.datasource.password", database.password());
        config.put("kafka.bootstrap.servers", stack.kafkaBootstrapServers());
        config.put("delivery.source", service);
        // Another one at each start, also in one JVM: an emptied database must not hear the events of the one before.
        config.put("delivery.topic-prefix", own + "-" + Long.toString(System.nanoTime(), 36) + ".");
        config.put("delivery.secret", randomKey());
        config.put("milano.vault.master-keys", randomKey());
        config.put("quarkus.oidc.auth-server-url", "");
        config.put("quarkus.oidc.public-key", stack.keys().verifying());
        config.put("quarkus.oidc.token.issuer", TestTokens.ISSUER);
        config.put("quarkus.oidc.token.audience", TestTokens.AUDIENCE);
        config.put("quarkus.oidc.roles.role-claim-path", "realm_access/roles");
        return config;
    }

    private static String randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** Nothing to end: the stack ends with the Maven run. */
    @Override
    public void stop() {}
}
