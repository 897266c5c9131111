package it.milanoaiuta.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The folder of one stack: the data of its parts, their logs, their process files and their secrets. Readable by its owner only. */
final class Home {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private FileLock lock;

    /** @throws PartFailed when nothing can be kept there; the message says why */
    Home(Path folder) throws IOException {
        try {
            this.folder = Private.folder(folder);
            Private.folder(folder.resolve("logs"));
            Private.folder(folder.resolve("run"));
            Files.delete(Files.createTempFile(folder, "can-be-written", null));
        } catch (FileSystemException e) {
            throw new PartFailed("Data cannot be kept in " + folder + ": " + why(e), e);
        }
    }

    private static String why(FileSystemException e) {
        return e instanceof AccessDeniedException
                ? "no permission for " + e.getFile()
                : e.getReason() == null ? e.getFile() + " cannot be made" : e.getReason();
    }

    Path folder() {
        return folder;
    }

    Path data(String part) {
        return folder.resolve(part);
    }

    Path program(String part) {
        return folder.resolve("programs").resolve(part);
    }

    Path log(String part) {
        return folder.resolve("logs").resolve(part + ".log");
    }

    Path processFile(String part) {
        return folder.resolve("run").resolve(part + ".pid");
    }

    /**
     * Processes by part that a supervisor started which is no more: of two with the same number, the one whose start matches
     * is provably ours. Nothing else is in the answer.
     */
    Map<String, ProcessHandle> leftovers() throws IOException {
        Map<String, ProcessHandle> alive = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("run"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".pid")).toList()) {
                String part = file.getFileName().toString().replace(".pid", "");
                ProcessId.parse(Files.readString(file)).alive().ifPresent(process -> alive.put(part, process));
            }
        }
        return alive;
    }

    /** Ends them, the database last. */
    List<String> endLeftovers() throws IOException {
        Map<String, ProcessHandle> leftovers = leftovers();
        ProcessHandle database = leftovers.remove("postgres");
        leftovers.values().parallelStream().forEach(process -> Ending.of(process, ProcessHandle::destroy));
        List<String> ended = new ArrayList<>(leftovers.keySet());
        if (database != null) {
            Ending.of(database, Postgres::endFast);
            ended.add("postgres");
        }
        return ended;
    }

    /** While this file is there, a part that died stays down: how fault tests make an outage. */
    Path holdFile(String part) {
        return folder.resolve("run").resolve(part + ".hold");
    }

    /** The supervisor that holds this folder now. */
    Optional<ProcessHandle> supervisor() throws IOException {
        Path file = folder.resolve("run/supervisor");
        return Files.exists(file) ? ProcessId.parse(Files.readString(file)).alive() : Optional.empty();
    }

    /**
     * Takes the folder for this process, until it ends.
     *
     * @return false when another process has it
     */
    boolean take() throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve("run/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return false;
        }
        Private.write(folder.resolve("run/supervisor"), ProcessId.of(ProcessHandle.current()).toString());
        return true;
    }

    /**
     * Demo data and a city's own never meet, whatever folder was asked for: what a folder is for is written into it once.
     *
     * @throws PartFailed when it is for the other
     */
    void keepOnly(boolean demo) throws IOException {
        Path mark = folder.resolve("demo-or-live");
        String kind = demo ? "demo" : "live";
        if (Files.notExists(mark)) {
            Private.write(mark, kind);
        }
        if (!Files.readString(mark).equals(kind)) {
            throw new PartFailed("The data in " + folder + (demo
                    ? " are a city's own: --demo does not open them."
                    : " are a demo's: only --demo opens them."));
        }
    }

    /**
     * Throws all data away. One that is cut short is completed by {@link #completeReset} at the next start: half of it would
     * leave a Kafka without the database its events came from.
     */
    void reset() throws IOException {
        Files.write(resetMark(), new byte[0]);
        completeReset();
    }

    void completeReset() throws IOException {
        if (Files.notExists(resetMark())) {
            return;
        }
        try (Stream<Path> contents = Files.list(folder)) {
            for (Path content : contents.filter(path -> !path.endsWith("run")).toList()) {
                Private.delete(content);
            }
        }
        Private.folder(folder.resolve("logs"));
        Files.delete(resetMark());
    }

    private Path resetMark() {
        return folder.resolve("run/reset-not-complete");
    }

    void publish(Addresses addresses) throws IOException {
        Private.write(folder.resolve("run/addresses.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(addresses));
    }

    /** Where the stack of this folder is, once it is healthy. */
    Optional<Addresses> addresses() throws IOException {
        Path file = folder.resolve("run/addresses.json");
        return Files.exists(file) ? Optional.of(JSON.readValue(Files.readString(file), Addresses.class)) : Optional.empty();
    }

    void unpublish() throws IOException {
        Files.deleteIfExists(folder.resolve("run/addresses.json"));
    }

    /** Free ones instead of the usual, the same at each start while they are free: addresses stand in the data. */
    PortPlan anyPorts() throws IOException {
        Path file = folder.resolve("run/ports.json");
        if (Files.exists(file)) {
            PortPlan before = JSON.readValue(Files.readString(file), PortPlan.class);
            if (before.all().allMatch(Ports::isFree)) {
                return before;
            }
        }
        PortPlan ports = PortPlan.unused();
        Private.write(file, JSON.writeValueAsString(ports));
        return ports;
    }

    Secrets secrets() throws IOException {
        return new Secrets(folder.resolve("secrets.properties"));
    }
}
