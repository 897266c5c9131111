package it.milanoaiuta.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Takes every mail of the stack and lets none out: each becomes a file that a person on this machine can read. */
final class Mailbox implements Part {

    private static final int ANSWERS_WITHIN_MILLIS = 2000;

    private final int port;
    private final Path mails;

    /** @param mails folder of the files, one for each mail and who gets it */
    Mailbox(int port, Path mails) {
        this.port = port;
        this.mails = mails;
    }

    @Override
    public String name() {
        return "mailbox";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void prepare() throws IOException {
        Private.folder(mails);
    }

    @Override
    public ProcessBuilder command() {
        return Jvm.running(MailboxNode.class, List.of("-Xms8m", "-Xmx48m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                // it would write addresses into the log
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off"), List.of(String.valueOf(port), mails.toString()));
    }

    @Override
    public boolean ready() throws IOException {
        try (Socket smtp = new Socket(InetAddress.getLoopbackAddress(), port)) {
            smtp.setSoTimeout(ANSWERS_WITHIN_MILLIS);
            return new String(smtp.getInputStream().readNBytes(3), StandardCharsets.US_ASCII).equals("220");
        }
    }
}
