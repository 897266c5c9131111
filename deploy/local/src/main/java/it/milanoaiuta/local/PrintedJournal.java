package it.milanoaiuta.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells on a stream, one line per happening. */
final class PrintedJournal implements Journal {

    private final PrintStream out;

    PrintedJournal(PrintStream out) {
        this.out = out;
    }

    @Override
    public void ready(Part part, Duration took) {
        line("%-18s ready on port %d after %s", part.name(), part.port(), seconds(took));
    }

    @Override
    public void died(Part part, int exit, Duration nextTryIn) {
        line("%-18s died (%s); starting it again in %s", part.name(), reason(exit), seconds(nextTryIn));
    }

    @Override
    public void back(Part part, Duration took) {
        line("%-18s is back on port %d after %s", part.name(), part.port(), seconds(took));
    }

    @Override
    public void failed(Part part, PartFailed why) {
        line("%-18s did not come back: %s", part.name(), why.getMessage());
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static String reason(int exit) {
        return exit > 128 ? "signal " + (exit - 128) : "exit " + exit;
    }
}
