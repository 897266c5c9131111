package it.milanoaiuta.local;

import java.io.IOException;
import java.util.List;

/** One process of the stack: how it is prepared, started, known to work, and asked to end. */
public interface Part {

    /** A short name, unique in the stack: of its log, of its process file and in what a person reads. */
    String name();

    /** The port of 127.0.0.1 it listens to. */
    int port();

    /** That one and others it needs for itself. */
    default List<Integer> ports() {
        return List.of(port());
    }

    /** Makes what it needs on disk where it is missing. Called before each start, also after a crash. */
    default void prepare() throws IOException, InterruptedException {}

    /** The process itself, not a shell around it: its id is the one that is watched. */
    ProcessBuilder command() throws IOException;

    /** Whether it does its work now. Asked several times a second until it says yes; an exception means "not yet". */
    boolean ready() throws Exception;

    /** What its users find in it once it is ready: databases, roles. Called after each start; must be safe to repeat. */
    default void provision() throws Exception {}

    /** Asks it to end in good order. Whoever asks waits, and kills it when it does not. */
    default void askToEnd(ProcessHandle process) {
        process.destroy();
    }
}
