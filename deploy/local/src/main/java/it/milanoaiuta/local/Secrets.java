package it.milanoaiuta.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords and keys made once and kept, mode 600, beside the data they protect: they go when the data goes. */
final class Secrets {

    private final Path file;
    private final Properties kept = new Properties();

    Secrets(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            kept.load(new StringReader(Files.readString(file)));
        }
    }

    /** 32 random bytes in base64, the same on each call for a name. On disk before anybody uses it. */
    synchronized String key(String name) throws IOException {
        return keep(name, Base64.getEncoder());
    }

    /** As {@link #key}, in letters, digits, - and _ only. */
    synchronized String password(String name) throws IOException {
        return keep(name, Base64.getUrlEncoder().withoutPadding());
    }

    private String keep(String name, Base64.Encoder encoder) throws IOException {
        if (!kept.containsKey(name)) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            kept.setProperty(name, encoder.encodeToString(random));
            StringWriter text = new StringWriter();
            kept.store(text, null);
            Private.write(file, text.toString());
        }
        return kept.getProperty(name);
    }
}
