package it.milanoaiuta.local;

import java.util.Optional;

/**
 * A process that cannot be mistaken for a later one of the same number: process ids are used again, a pair of id and start
 * is not.
 *
 * @param startedAt seconds since 1970, 0 where the system does not tell
 */
record ProcessId(long pid, long startedAt) {

    static ProcessId of(ProcessHandle process) {
        return new ProcessId(process.pid(), process.info().startInstant().map(at -> at.getEpochSecond()).orElse(0L));
    }

    static ProcessId parse(String text) {
        String[] parts = text.strip().split("-");
        return new ProcessId(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    /** The process, while it lives. */
    Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    /** Within two seconds: the start is counted from the machine's start, whose own instant the clock may correct. */
    private boolean isSame(ProcessHandle process) {
        return Math.abs(of(process).startedAt - startedAt) <= 2;
    }

    @Override
    public String toString() {
        return pid + "-" + startedAt;
    }
}
