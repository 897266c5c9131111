package it.milanoaiuta.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page whose tables the build writes, between <code>&lt;!-- name: written by the build --&gt;</code> and <code>&lt;!-- end --&gt;</code>. */
final class Tables {

    private final Path file;
    private String page;

    Tables(Path file) throws IOException {
        this.file = file;
        page = Files.readString(file);
    }

    void put(String name, String table) {
        String begin = "<!-- " + name + ": written by the build -->\n";
        int from = page.indexOf(begin) + begin.length();
        assertThat(from).as(begin).isGreaterThan(begin.length());
        page = page.substring(0, from) + table + page.substring(page.indexOf("<!-- end -->", from));
    }

    void write() throws IOException {
        Files.writeString(file, page);
    }
}
