package it.milanoaiuta.local.testing;

import java.net.URI;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import it.milanoaiuta.local.TestStack;

/** Runs the gateway's tests against the real Keycloak of the tests' stack, on the port where the realm expects the gateway. */
public class OnLocalKeycloak implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        TestStack.Keycloak keycloak = TestStack.get().withKeycloak();
        return Map.of("quarkus.oidc.auth-server-url", keycloak.realmUrl(), "quarkus.oidc.client-id", "gateway",
                "quarkus.oidc.credentials.secret", keycloak.gatewaySecret(), "quarkus.http.test-port",
                String.valueOf(URI.create(keycloak.gatewayUrl()).getPort()));
    }

    /** Nothing to end: the stack ends with the Maven run. */
    @Override
    public void stop() {}
}
