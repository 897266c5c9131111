package it.milanoaiuta.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the tests' stack and its users tell each other, under <code>target</code>:
 * <ul>
 * <li><code>test-stack.json</code>: where the stack is (mode 600, it holds passwords)
 * <li><code>test-stack.lock</code>: held while somebody decides whether a stack is to start or to end
 * <li><code>test-stack/ID/users/ID</code>: one empty file per Maven run that uses it
 * </ul>
 */
final class TestStackFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path target;

    TestStackFiles(Path projectRoot) {
        this.target = projectRoot.resolve("target");
    }

    interface Locked<T> {
        T run() throws IOException, InterruptedException;
    }

    /** One at a time on this machine, and, as the caller is one, in this JVM. */
    <T> T locked(Locked<T> work) throws IOException, InterruptedException {
        Files.createDirectories(target);
        synchronized (TestStackFiles.class) {
            try (FileChannel channel = FileChannel.open(target.resolve("test-stack.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); FileLock held = channel.lock()) {
                return work.run();
            }
        }
    }

    Path folderOf(ProcessId stack) throws IOException {
        Private.folder(target.resolve("test-stack"));
        return target.resolve("test-stack").resolve(stack.toString());
    }

    Path log() {
        return target.resolve("test-stack.log");
    }

    void publish(TestStack.State state) throws IOException {
        Private.write(target.resolve("test-stack.json"), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(state));
    }

    /** The stack that runs now, if one does. */
    Optional<TestStack.State> running() throws IOException {
        try {
            TestStack.State state = JSON.readValue(Files.readString(target.resolve("test-stack.json")), TestStack.State.class);
            return ProcessId.parse(state.process()).alive().map(process -> state);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    void addUser(TestStack.State state, ProcessId user) throws IOException {
        Path users = Private.folder(Path.of(state.folder(), "users"));
        if (Files.notExists(users.resolve(user.toString()))) {
            Files.createFile(users.resolve(user.toString()));
        }
    }

    /** Whether somebody still uses this stack. When not, nobody finds it any more after the answer. */
    boolean isWanted(ProcessId stack) throws IOException, InterruptedException {
        if (isNamed(stack) && hasLivingUser(stack)) {
            return true;
        }
        return locked(() -> {
            if (!isNamed(stack)) {
                return false;
            }
            if (hasLivingUser(stack)) {
                return true;
            }
            Files.delete(target.resolve("test-stack.json"));
            return false;
        });
    }

    /** Also no when "mvn clean" took the files away. */
    private boolean isNamed(ProcessId stack) throws IOException {
        return running().filter(state -> state.process().equals(stack.toString())).isPresent();
    }

    private boolean hasLivingUser(ProcessId stack) throws IOException {
        try (Stream<Path> users = Files.list(folderOf(stack).resolve("users"))) {
            return users.anyMatch(user -> ProcessId.parse(user.getFileName().toString()).alive().isPresent());
        } catch (NoSuchFileException none) {
            return false;
        }
    }

    /** Ends what the stacks of killed JVMs left running, and deletes their data. */
    void sweepLeftovers() throws IOException {
        List<Path> folders;
        try (Stream<Path> found = Files.list(target.resolve("test-stack"))) {
            folders = found.toList();
        }
        for (Path folder : folders) {
            if (ProcessId.parse(folder.getFileName().toString()).alive().isEmpty()) {
                new Home(folder).leftovers().values().forEach(ProcessHandle::destroyForcibly);
                Private.delete(folder);
            }
        }
    }
}
