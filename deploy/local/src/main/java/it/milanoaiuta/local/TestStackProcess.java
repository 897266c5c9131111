package it.milanoaiuta.local;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The tests' stack itself: PostgreSQL and Kafka on free ports, for as long as one of the Maven runs that use it lives.
 * Started by {@link TestStack}; ends by itself.
 */
final class TestStackProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final TestStackFiles files;
    private final Home home;
    private final Secrets secrets;
    private final List<Supervised> parts = new CopyOnWriteArrayList<>();
    private final Journal journal = new Progress(System.out);

    private TestStackProcess(TestStackFiles files) throws IOException {
        this.files = files;
        this.home = new Home(files.folderOf(ProcessId.of(ProcessHandle.current())));
        this.secrets = home.secrets();
    }

    public static void main(String[] arguments) throws Exception {
        Snapshot.ofOurClasses();
        TestStackFiles files = new TestStackFiles(Project.root());
        new TestStackProcess(files).run();
        System.exit(0);
    }

    private void run() throws Exception {
        files.sweepLeftovers();
        String password = secrets.password("postgres");
        // No fsync: a killed server loses nothing, and these data do not outlive the machine.
        Postgres postgres = new Postgres(Ports.unused(), home.data("postgres"), Postgres.binaries(), password,
                List.of("fsync=off", "full_page_writes=off", "synchronous_commit=off"));
        Kafka kafka = new Kafka(Ports.unused(), Ports.unused(), home.data("kafka"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        startTogether(supervised(postgres), supervised(kafka));
        ProcessId self = ProcessId.of(ProcessHandle.current());
        files.publish(new TestStack.State(self.toString(), home.folder().toString(), postgres.port(), password, kafka.port(),
                signingKeys()));
        while (files.isWanted(self)) {
            Thread.sleep(500);
        }
    }

    private Supervised supervised(Part part) {
        Supervised supervised = new Supervised(part, home, journal, PATIENCE);
        parts.add(supervised);
        return supervised;
    }

    private static void startTogether(Supervised... parts) {
        try {
            CompletableFuture.allOf(Stream.of(parts).map(part -> CompletableFuture.runAsync(part::start))
                    .toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            System.err.println(e.getCause().getMessage());
            System.exit(1);
        }
    }

    private static TestStack.Keys signingKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        return new TestStack.Keys(Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()),
                Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
    }

    private void end() {
        parts.parallelStream().forEach(Supervised::end);
        try {
            Private.delete(home.folder());
        } catch (IOException left) {
            // swept by the next stack
        }
    }
}
