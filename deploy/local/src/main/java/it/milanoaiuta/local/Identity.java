package it.milanoaiuta.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who the platform's programs are to Keycloak: their clients and secrets, made once per stack. */
final class Identity {

    static final List<String> SERVICE_CLIENTS = List.of("volunteers-service", "donations-service", "food-hub-service",
            "gateway-service");

    private final Secrets secrets;
    private final String gatewayUrl;

    Identity(Secrets secrets, String gatewayUrl) {
        this.secrets = secrets;
        this.gatewayUrl = gatewayUrl;
    }

    /** @param mailbox the port of 127.0.0.1 that takes its mails */
    Keycloak keycloak(int port, int mailbox, Home home, boolean withDemoPeople, Journal journal) throws IOException {
        Path files = Project.root().resolve("deploy/keycloak").toAbsolutePath();
        Map<String, String> values = valuesOfTheRealm(mailbox);
        Keycloak keycloak = new Keycloak(port, home, Keycloak.distribution(), Realm.of(files, withDemoPeople, values),
                files.resolve("themes"), OwnProviders.jar(), journal).administeredBy("admin", adminPassword());
        values.forEach(keycloak::with);
        return keycloak;
    }

    private Map<String, String> valuesOfTheRealm(int mailbox) throws IOException {
        Map<String, String> values = new LinkedHashMap<>(Map.of("GATEWAY_URL", gatewayUrl, "GATEWAY_SECRET",
                secretOf("gateway"), "SMTP_HOST", "127.0.0.1", "SMTP_PORT", String.valueOf(mailbox), "SMTP_FROM",
                "non-rispondere@milano-aiuta.example"));
        for (String client : SERVICE_CLIENTS) {
            values.put(client.toUpperCase().replace('-', '_') + "_SECRET", secretOf(client));
        }
        return values;
    }

    String secretOf(String client) throws IOException {
        return secrets.password("client." + client);
    }

    String adminPassword() throws IOException {
        return secrets.password("keycloak.admin");
    }
}
