package it.milanoaiuta.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mails of a stack, as its mailbox wrote them down. */
public record Mails(Path folder) {

    private static final long PATIENCE_MILLIS = 60_000;
    private static final Pattern LINK = Pattern.compile("http://\\S+");

    /** All that this address has got, the oldest first. */
    public List<String> of(String address) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(" " + address + ".txt")).sorted()
                    .map(Mails::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The latest of this many; waits until they have come.
     *
     * @throws IllegalStateException when they do not
     */
    public String awaited(String address, int many) {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < deadline) {
            List<String> mails = of(address);
            if (mails.size() >= many) {
                return mails.get(many - 1);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException(address + " has got " + of(address).size() + " mails and not " + many + ".");
    }

    /** The first link of a mail. */
    public static String link(String mail) {
        Matcher link = LINK.matcher(mail);
        if (!link.find()) {
            throw new IllegalStateException("No link in: " + mail);
        }
        return link.group();
    }

    private static String read(Path mail) {
        try {
            return Files.readString(mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
