package it.milanoaiuta.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keycloak with the realm <code>milano-aiuta</code>, on a PostgreSQL database of its own. Imports the realm where there is none
 * yet; one of another edition becomes today's, with its people.
 */
public final class Keycloak implements Part {

    private static final List<String> BUILD = List.of("build", "--db=postgres", "--health-enabled=false",
            "--metrics-enabled=false");
    private static final String SERVER_MEMORY = "384m";
    /** Of a command while no server runs: an import has all people in memory at once. */
    private static final String COMMAND_MEMORY = "1g";
    private static final Pattern DISTRIBUTION = Pattern.compile("keycloak-[0-9.]+");
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final int port;
    private final Home stack;
    private final Path home;
    private final Path distribution;
    private final Realm realm;
    private final Path themes;
    private final byte[] providers;
    private final Journal journal;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private boolean isTodays;

    /**
     * @param stack whose folder "keycloak" has what differs between two Keycloaks of one distribution: the realm to import,
     *            temporary files
     * @param distribution where Maven unpacked it
     * @param themes folder of the themes that the realm names
     * @param providers a jar of what of ours runs in it
     */
    Keycloak(int port, Home stack, Path distribution, Realm realm, Path themes, byte[] providers, Journal journal) {
        this.port = port;
        this.stack = stack;
        this.home = stack.data("keycloak");
        this.distribution = distribution;
        this.realm = realm;
        this.themes = themes;
        this.providers = providers;
        this.journal = journal;
    }

    /** Where Maven unpacked it. */
    static Path distribution() throws IOException {
        try (Stream<Path> unpacked = Files.list(Project.root().resolve("deploy/local/target"))) {
            return unpacked.filter(folder -> DISTRIBUTION.matcher(folder.getFileName().toString()).matches())
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new IOException("Keycloak is not unpacked; build deploy/local."));
        }
    }

    Keycloak on(String databaseUrl, String user, String password) {
        return with("KC_DB_URL", databaseUrl).with("KC_DB_USERNAME", user).with("KC_DB_PASSWORD", password);
    }

    /** The first administrator, made when the database is empty. */
    Keycloak administeredBy(String name, String password) {
        return with("KC_BOOTSTRAP_ADMIN_USERNAME", name).with("KC_BOOTSTRAP_ADMIN_PASSWORD", password);
    }

    /** A value for a placeholder of the realm's file. */
    Keycloak with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        buildOnce();
        Private.folder(home);
        for (String shared : List.of("lib", "providers", "conf")) {
            link(shared, distribution.resolve(shared));
        }
        link("themes", themes);
        Files.createDirectories(home.resolve("data/import"));
        Private.write(home.resolve("data/import/milano-aiuta-realm.json"), realm.text());
        if (!isTodays) {
            new RealmUpgrade(realm, environment, home.resolve("upgrade"), this::run, what -> journal.tells(this, what))
                    .whereNeeded();
            isTodays = true;
        }
    }

    /** With the server's environment; the next supervisor ends it if ours does not live to. */
    private void run(List<String> command) throws IOException, InterruptedException {
        List<String> quietly = new ArrayList<>(command);
        quietly.add("--log-level=warn");
        Commands.run(inEnvironment(COMMAND_MEMORY, quietly), stack.processFile("keycloak-" + command.get(0)));
    }

    private void link(String name, Path target) throws IOException {
        Path link = home.resolve(name);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    /**
     * Keycloak's own build step takes longer than its start: done once per distribution and version of what of ours runs in it,
     * whoever needs it first.
     */
    private void buildOnce() throws IOException, InterruptedException {
        Path done = distribution.resolve("built");
        String built = BUILD + " " + Arrays.hashCode(providers);
        try (FileChannel channel = FileChannel.open(distribution.resolve("build.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); FileLock held = channel.lock()) {
            if (Files.notExists(done) || !Files.readString(done).equals(built)) {
                Files.write(distribution.resolve("providers").resolve(OwnProviders.NAME), providers);
                Commands.run(java(distribution, SERVER_MEMORY, BUILD));
                Files.writeString(done, built);
            }
        }
    }

    @Override
    public ProcessBuilder command() {
        return inEnvironment(SERVER_MEMORY, List.of("start", "--optimized", "--import-realm", "--http-enabled=true",
                "--http-host=127.0.0.1", "--http-port=" + port, "--hostname=http://localhost:" + port, "--cache=local",
                "--log-level=warn"));
    }

    private ProcessBuilder inEnvironment(String memory, List<String> arguments) {
        ProcessBuilder process = new ProcessBuilder(java(home, memory, arguments));
        process.environment().putAll(environment);
        return process;
    }

    /** What bin/kc.sh runs, without the shell around it: the process we watch is the server itself. */
    private List<String> java(Path kcHome, String memory, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(Jvm.java().toString(), "-Xms64m", "-Xmx" + memory, "-XX:+UseSerialGC",
                // half the CPU of a start; a login then takes a few tenths of a second more
                "-XX:TieredStopAtLevel=1",

                "-XX:MaxMetaspaceSize=256m", "-Dkc.home.dir=" + kcHome, "-Djboss.server.config.dir=" + kcHome.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000", "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dfile.encoding=UTF-8", "-Duser.language=en", "-Duser.country=US", "-XX:+ExitOnOutOfMemoryError"));
        for (String opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", kcHome.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }

    @Override
    public boolean ready() throws Exception {
        URI configuration = URI.create("http://127.0.0.1:" + port + "/realms/milano-aiuta/.well-known/openid-configuration");
        HttpRequest request = HttpRequest.newBuilder(configuration).timeout(Duration.ofSeconds(5)).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }
}
