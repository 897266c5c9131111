package it.milanoaiuta.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** How a process of ours ends: asked, waited for, killed when it does not listen; its children with it, nobody else. */
final class Ending {

    /** Longer than a service takes to let running requests finish. */
    private static final Duration TO_END = Duration.ofSeconds(25);

    private Ending() {}

    static void of(ProcessHandle process, Consumer<ProcessHandle> ask) {
        List<ProcessHandle> descendants = process.descendants().toList();
        ask.accept(process);
        try {
            process.onExit().get(TO_END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (Exception tooSlow) {
            process.destroyForcibly();
        }
        descendants.forEach(ProcessHandle::destroyForcibly);
    }
}
