package it.milanoaiuta.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The journal as a person reads it: a line per happening, each with the seconds since the beginning. */
final class Progress implements Journal {

    private static final int REMINDER_SECONDS = 10;

    private final PrintStream out;
    private final long began = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void ready(Part part, Duration took) {
        say("%s is ready on port %d, after %s", part.name(), part.port(), seconds(took));
    }

    @Override
    public void died(Part part, int exit, Duration nextTryIn) {
        say("%s died (%s); starting it again in %s", part.name(), exit > 128 ? "signal " + (exit - 128) : "exit " + exit,
                seconds(nextTryIn));
    }

    @Override
    public void back(Part part, Duration took) {
        say("%s is back on port %d, after %s", part.name(), part.port(), seconds(took));
    }

    @Override
    public void failed(Part part, RuntimeException why) {
        say("%s did not come back: %s", part.name(), why.getMessage());
    }

    @Override
    public void tells(Part part, String what) {
        say("%s: %s", part.name(), what);
    }

    synchronized void say(String format, Object... values) {
        String text = values.length == 0 ? format : String.format(Locale.ROOT, format, values);
        out.println(String.format(Locale.ROOT, "%6.1f s  ", (System.nanoTime() - began) / 1e9) + text);
        out.flush();
    }

    interface Reminder extends AutoCloseable {
        @Override
        void close();
    }

    /** Says now and then what is still waited for, until closed. */
    Reminder remindOf(Supplier<List<String>> awaited) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "reminder");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleAtFixedRate(() -> say("waiting for " + String.join(", ", awaited.get())), REMINDER_SECONDS,
                REMINDER_SECONDS,
                TimeUnit.SECONDS);
        return timer::shutdownNow;
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
