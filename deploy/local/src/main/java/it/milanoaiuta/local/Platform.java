package it.milanoaiuta.local;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The parts of one stack and what each needs: PostgreSQL and Kafka, Keycloak on PostgreSQL, then our own programs.
 * What does not need another starts beside it.
 */
final class Platform {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Set<String> KEEP_A_VAULT = Set.of("volunteers", "food-hub");

    private final Arguments arguments;
    private final PortPlan ports;
    private final Home home;
    private final Journal journal;
    private final Secrets secrets;
    private final Identity identity;
    private final Map<Supervised, List<Supervised>> needs = new LinkedHashMap<>();

    Platform(Arguments arguments, PortPlan ports, Home home, Journal journal) throws IOException {
        this.arguments = arguments;
        this.ports = ports;
        this.home = home;
        this.journal = journal;
        this.secrets = home.secrets();
        this.identity = new Identity(secrets, gatewayUrl());
        plan();
    }

    private void plan() throws IOException {
        List<Supervised> servers = new ArrayList<>();
        if (arguments.postgres().isEmpty()) {
            servers.add(add(postgres(), List.of()));
        }
        if (arguments.oidc().isEmpty()) {
            add(new Mailbox(ports.mailbox(), home.data("mail")), List.of());
            servers.add(add(identity.keycloak(ports.keycloak(), ports.mailbox(), home, arguments.demo(), journal)
                    .on(databaseUrl("keycloak"), "keycloak", databasePassword("keycloak")), List.copyOf(servers)));
        }
        if (arguments.kafka().isEmpty()) {
            servers.add(add(new Kafka(ports.kafka(), ports.kafkaController(), home.data("kafka")), List.of()));
        }
        if (!arguments.infrastructureOnly()) {
            // Keycloak too: they ask it for its keys when they start, and would spend their patience on its first start
            add(service("volunteers", ports.volunteers()), servers);
            add(service("donations", ports.donations()), servers);
            add(service("food-hub", ports.foodHub()), servers);
            add(gateway(), servers);
        }
    }

    private Supervised add(Part part, List<Supervised> needed) {
        Supervised supervised = new Supervised(part, home, journal, PATIENCE);
        needs.put(supervised, needed);
        return supervised;
    }

    private Postgres postgres() throws IOException {
        Postgres postgres = new Postgres(ports.postgres(), home.data("postgres"), Postgres.binaries(),
                secrets.password("postgres"),
                List.of());
        for (String owner : List.of("volunteers", "donations", "food_hub")) {
            postgres.with(owner, databasePassword(owner));
        }
        return arguments.oidc().isPresent() ? postgres : postgres.with("keycloak", databasePassword("keycloak"));
    }

    private Application service(String name, int port) throws IOException {
        String database = name.replace('-', '_');
        String client = name + "-service";
        Application service = new Application(client, home.program(client), port, "192m").snapshot()
                .with("QUARKUS_DATASOURCE_JDBC_URL", databaseUrl(database))
                .with("QUARKUS_DATASOURCE_USERNAME", database).with("QUARKUS_DATASOURCE_PASSWORD", databasePassword(database))
                .with("KAFKA_BOOTSTRAP_SERVERS", kafka()).with("DELIVERY_SECRET", secrets.key("delivery." + name));
        if (KEEP_A_VAULT.contains(name)) {
            service.with("MILANO_VAULT_MASTER_KEYS", secrets.key("vault." + name));
        }
        serviceUrls().forEach((other, url) -> {
            if (!other.equals(name)) {
                service.option("delivery.producers." + other + ".url", url);
            }
        });
        return withClient(service, client);
    }

    private Application gateway() throws IOException {
        Application gateway = new Application("gateway", home.program("gateway"), ports.gateway(), "256m").snapshot()
                .with("QUARKUS_OIDC_CREDENTIALS_SECRET", clientSecret("gateway"))
                .with("QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET", secrets.password("gateway.cookie"))
                .with("GATEWAY_DEMO", String.valueOf(arguments.demo()));
        serviceUrls().forEach((service, url) -> gateway.option("gateway.services." + service + ".url", url));
        return withClient(gateway, "gateway-service");
    }

    /**
     * Who verifies its callers' tokens, and who it is itself when it asks another service.
     * <p>
     * The client's keys are options: as QUARKUS_OIDC_CLIENT_… they would also configure a tenant "client" of quarkus.oidc. Where
     * to get a token is told, not discovered: one that starts again while Keycloak is away would have no client until its next
     * start.
     */
    private Application withClient(Application application, String client) throws IOException {
        return application.with("QUARKUS_OIDC_AUTH_SERVER_URL", realmUrl())
                .option("quarkus.oidc-client.auth-server-url", realmUrl())
                .option("quarkus.oidc-client.discovery-enabled", "false")
                .option("quarkus.oidc-client.token-path", "/protocol/openid-connect/token")
                .option("quarkus.oidc-client.client-id", client)
                .option("quarkus.oidc-client.credentials.secret", "${SERVICE_CLIENT_SECRET}")
                .with("SERVICE_CLIENT_SECRET", clientSecret(client));
    }

    private Map<String, String> serviceUrls() {
        return Map.of("volunteers", url(ports.volunteers()), "donations", url(ports.donations()), "food-hub",
                url(ports.foodHub()));
    }

    private String databaseUrl(String database) {
        return "jdbc:postgresql://" + arguments.postgres().orElse("127.0.0.1:" + ports.postgres()) + "/" + database;
    }

    private String databasePassword(String owner) throws IOException {
        return arguments.postgres().isPresent()
                ? fromEnvironment(owner.toUpperCase() + "_DATABASE_PASSWORD")
                : secrets.password("database." + owner);
    }

    private String clientSecret(String client) throws IOException {
        return arguments.oidc().isPresent()
                ? fromEnvironment(client.toUpperCase().replace('-', '_') + "_SECRET")
                : identity.secretOf(client);
    }

    private static String fromEnvironment(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new BadArguments("A part that is not ours needs its secret in the environment: " + name + " is not set.");
        }
        return value;
    }

    private String kafka() {
        return arguments.kafka().orElse("127.0.0.1:" + ports.kafka());
    }

    String realmUrl() {
        return arguments.oidc().orElse("http://localhost:" + ports.keycloak() + "/realms/milano-aiuta");
    }

    String gatewayUrl() {
        return "http://localhost:" + ports.gateway();
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** The names of those that are not ready yet. */
    List<String> awaited() {
        return needs.keySet().stream().filter(part -> !part.isReady()).map(part -> part.part().name()).toList();
    }

    Addresses addresses() throws IOException {
        return new Addresses(ProcessId.of(ProcessHandle.current()).toString(), gatewayUrl(), url(ports.volunteers()),
                url(ports.donations()),
                url(ports.foodHub()), realmUrl(), kafka(), databaseUrl(""), home.folder().toString(),
                arguments.oidc().isPresent() ? "" : home.data("mail").toString());
    }

    List<Part> parts() {
        return needs.keySet().stream().map(Supervised::part).toList();
    }

    /**
     * Starts all, each as soon as what it needs is ready.
     *
     * @throws PartFailed of the first that did not start
     */
    void start() {
        ExecutorService starters = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "start");
            thread.setDaemon(true);
            return thread;
        });
        Map<Supervised, CompletableFuture<Void>> started = new LinkedHashMap<>();
        CompletableFuture<Void> firstFailure = new CompletableFuture<>();
        needs.forEach((part, needed) -> started.put(part, CompletableFuture
                .allOf(needed.stream().map(started::get).toArray(CompletableFuture[]::new))
                .thenRunAsync(part::start, starters)));
        started.values().forEach(start -> start.whenComplete((done, failure) -> {
            if (failure != null) {
                firstFailure.completeExceptionally(failure);
            }
        }));
        try {
            CompletableFuture.anyOf(firstFailure, CompletableFuture.allOf(started.values().toArray(CompletableFuture[]::new)))
                    .join();
        } catch (CompletionException e) {
            Throwable cause = e;
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw cause instanceof PartFailed failed ? failed : new PartFailed(cause.toString(), cause);
        } finally {
            starters.shutdown();
        }
    }

    /** Ends the programs first, then what they work on: their last transactions still find a database. */
    void end() {
        List<Supervised> programs = needs.keySet().stream().filter(part -> part.part() instanceof Application).toList();
        List<Supervised> servers = needs.keySet().stream()
                .filter(part -> part.part() instanceof Kafka || part.part() instanceof Keycloak
                        || part.part() instanceof Mailbox)
                .toList();
        List<Supervised> database = needs.keySet().stream().filter(part -> part.part() instanceof Postgres).toList();
        for (List<Supervised> together : List.of(programs, servers, database)) {
            CompletableFuture.allOf(
                    together.stream().map(part -> CompletableFuture.runAsync(part::end, command -> new Thread(command).start()))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }
}
