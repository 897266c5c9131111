package it.milanoaiuta.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A platform of a test's own, on free ports: for journeys through all of it, and for tests that kill, freeze and take parts
 * away. It is what <code>deploy/up</code> runs, supervision included, and ends with this JVM at the latest.
 */
public final class OwnPlatform implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 900_000;

    private final Home home;
    private final Process supervisor;
    private final Addresses addresses;

    private OwnPlatform(Home home, Process supervisor, Addresses addresses) {
        this.home = home;
        this.supervisor = supervisor;
        this.addresses = addresses;
    }

    /**
     * Starts one and waits until it is healthy.
     *
     * @param folder for its data and logs, under <code>target</code>; what is there is thrown away
     * @param words as for <code>deploy/up</code>; also "--infra", "--without-week"
     * @throws PartFailed when it does not start; the message holds all it said
     */
    public static OwnPlatform start(Path folder, String... words) {
        try {
            if (Files.exists(folder)) {
                new Home(folder.toAbsolutePath()).endLeftovers();
                Private.delete(folder);
            }
        } catch (IOException e) {
            throw new PartFailed("The platform cannot be started: " + e.getMessage(), e);
        }
        return startAgain(folder, words);
    }

    /** As {@link #start}, on the data that one before has left in the folder. */
    public static OwnPlatform startAgain(Path folder, String... words) {
        try {
            Home home = new Home(folder.toAbsolutePath());
            List<String> all = new ArrayList<>(List.of(words));
            all.addAll(List.of("--any-ports", "--home=" + home.folder(),
                    "--ends-with=" + ProcessHandle.current().pid()));
            Path log = progress(home);
            Process supervisor = Jvm.shortLived(Jvm.supervisor(all)).redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true).redirectOutput(log.toFile()).start();
            return new OwnPlatform(home, supervisor, awaitHealthy(home, supervisor, log));
        } catch (IOException e) {
            throw new PartFailed("The platform cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("Interrupted while the platform started.", e);
        }
    }

    private static Addresses awaitHealthy(Home home, Process supervisor, Path log) throws IOException, InterruptedException {
        String id = ProcessId.of(supervisor.toHandle()).toString();
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (supervisor.isAlive() && System.currentTimeMillis() < deadline) {
            Optional<Addresses> addresses = home.addresses().filter(found -> found.supervisor().equals(id));
            if (addresses.isPresent()) {
                return addresses.get();
            }
            Thread.sleep(200);
        }
        supervisor.destroy();
        throw new PartFailed("The platform did not start.\n" + Files.readString(log));
    }

    private static Path progress(Home home) {
        return home.folder().resolveSibling(home.folder().getFileName() + ".log");
    }

    public Addresses addresses() {
        return addresses;
    }

    /** What it has said since it was started. */
    public String said() {
        try {
            return Files.readString(progress(home));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new, empty database of this name and its owner. */
    public TestStack.Database freshDatabase(String name) {
        String password = UUID.randomUUID().toString();
        try {
            String administrator = home.secrets().password("postgres");
            Postgres.provideAnew(to -> Postgres.admin(port(), administrator, to), name, password);
        } catch (SQLException | IOException e) {
            throw new PartFailed("The database " + name + " cannot be made: " + e.getMessage(), e);
        }
        return new TestStack.Database(Postgres.url(port(), name), name, password);
    }

    /** The database of a role of the platform, with its password: "volunteers", "donations", "food_hub", "keycloak". */
    public TestStack.Database database(String role) {
        try {
            return new TestStack.Database(Postgres.url(port(), role), role, home.secrets().password("database." + role));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The folder in which each part's log is, its restarts included. */
    public Path logs() {
        return home.log("any").getParent();
    }

    /** The mails that its Keycloak has sent. */
    public Path mails() {
        return Path.of(addresses.mails());
    }

    /** The password of Keycloak's "admin" in the realm "master". */
    public String adminPassword() {
        try {
            return home.secrets().password("keycloak.admin");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The secret of a client of its Keycloak: "gateway", "gateway-service", "volunteers-service" and so on. */
    public String secretOf(String client) {
        try {
            return home.secrets().password("client." + client);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private int port() {
        return Integer.parseInt(addresses.database().replaceAll("\\D*[0-9.]+:(\\d+)/.*", "$1"));
    }

    /**
     * The process of a part: "postgres", "kafka", "keycloak", "mailbox", "volunteers-service", "donations-service", "food-hub-service",
     * "gateway". Another one after each restart.
     *
     * @throws IllegalStateException while it is down
     */
    public ProcessHandle process(String part) {
        try {
            return Optional.ofNullable(home.leftovers().get(part))
                    .orElseThrow(() -> new IllegalStateException(part + " is down."));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** kill -9; it is gone when this returns. The supervisor starts it again. */
    public void kill(String part) {
        ProcessHandle victim = process(part);
        victim.destroyForcibly();
        victim.onExit().join();
    }

    /**
     * kill -9, and it stays down until {@link #letUp}.
     *
     * @throws IllegalStateException while it is down, or when it went down by itself just now; nothing is held then: what waits
     *             for it to run waits for a part that is started again
     */
    public void takeDown(String part) {
        process(part);
        try {
            Files.write(home.holdFile(part), new byte[0]);
            kill(part);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (IllegalStateException wentDownMeanwhile) {
            letUp(part);
            throw wentDownMeanwhile;
        }
    }

    public void letUp(String part) {
        try {
            Files.deleteIfExists(home.holdFile(part));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It does nothing any more, and its connections stay open. */
    public void freeze(String part) {
        signal("STOP", part);
    }

    public void thaw(String part) {
        signal("CONT", part);
    }

    private void signal(String signal, String part) {
        try {
            ProcessHandle process = process(part);
            List<String> command = new ArrayList<>(List.of("kill", "-" + signal, String.valueOf(process.pid())));
            process.descendants().forEach(child -> command.add(String.valueOf(child.pid())));
            Commands.run(command);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        Ending.of(supervisor.toHandle(), ProcessHandle::destroy);
    }
}
