package it.milanoaiuta.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The stack that tests of every module share: real PostgreSQL and real Kafka, started by the first test JVM that asks, used
 * by all that follow in the same Maven run, gone when the run ends. Each module takes its own databases and topic names.
 */
public final class TestStack {

    private static final long PATIENCE_MILLIS = 300_000;

    /** The issuer's key pair of the tests' tokens: PKCS#8 and X.509, base64. */
    public record Keys(String signing, String verifying) {}

    record State(String process, String folder, int postgresPort, String postgresPassword, int kafkaPort, Keys keys) {}

    private static TestStack shared;

    private final State state;

    private TestStack(State state) {
        this.state = state;
    }

    /**
     * The running stack; starts it when there is none.
     *
     * @throws PartFailed when it does not start; the message says what its log said last
     */
    public static synchronized TestStack get() {
        if (shared == null) {
            try {
                shared = new TestStack(joinOrStart(new TestStackFiles(Project.root())));
            } catch (IOException e) {
                throw new PartFailed("The tests' stack cannot be started: " + e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PartFailed("Interrupted while the tests' stack started.", e);
            }
        }
        return shared;
    }

    private static State joinOrStart(TestStackFiles files) throws IOException, InterruptedException {
        ProcessId user = ProcessId.of(whoseEndEndsTheStack());
        return files.locked(() -> {
            Optional<State> running = files.running();
            State state = running.isPresent() ? running.get() : start(files);
            files.addUser(state, user);
            return state;
        });
    }

    /** Maven, whose child or grandchild a test JVM is; from an IDE the JVM itself. */
    private static ProcessHandle whoseEndEndsTheStack() {
        ProcessHandle self = ProcessHandle.current();
        Predicate<ProcessHandle> isJava = process -> process.info().command().filter(command -> command.endsWith("/java"))
                .isPresent();
        return Stream.iterate(self.parent(), Optional::isPresent, process -> process.flatMap(ProcessHandle::parent))
                .map(Optional::get).filter(isJava).findFirst().orElse(self);
    }

    private static State start(TestStackFiles files) throws IOException, InterruptedException {
        Process process = Jvm.shortLived(Jvm.running(TestStackProcess.class, Jvm.SMALL, List.of())).redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(files.log().toFile()).start();
        String id = ProcessId.of(process.toHandle()).toString();
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < deadline && process.isAlive()) {
            Optional<State> state = files.running().filter(running -> running.process().equals(id));
            if (state.isPresent()) {
                return state.get();
            }
            Thread.sleep(100);
        }
        process.destroy();
        throw new PartFailed("The tests' stack did not start. " + Files.readString(files.log()));
    }

    public String kafkaBootstrapServers() {
        return "127.0.0.1:" + state.kafkaPort();
    }

    public Keys keys() {
        return state.keys();
    }

    /** A database of this name, new and empty, and the role of the same name that owns it. An older one is thrown away. */
    public Database freshDatabase(String name) {
        String password = UUID.randomUUID().toString();
        try {
            Postgres.provideAnew(to -> Postgres.admin(state.postgresPort(), state.postgresPassword(), to), name, password);
        } catch (SQLException e) {
            throw new PartFailed("The database " + name + " cannot be made: " + e.getMessage(), e);
        }
        return new Database(Postgres.url(state.postgresPort(), name), name, password);
    }

    /** How to connect to a database. */
    public record Database(String url, String user, String password) {}
}
