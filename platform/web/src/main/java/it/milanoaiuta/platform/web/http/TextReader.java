package it.milanoaiuta.platform.web.http;

import com.fasterxml.jackson.databind.module.SimpleModule;

import it.milanoaiuta.platform.web.Text;

/** Reads text in bodies. */
public final class TextReader {

    private TextReader() {}

    /** Every text of a request. */
    static SimpleModule everywhere() {
        return new SimpleModule("text").addDeserializer(String.class,
                new JsonStrictness.Scalar<>(String.class, Text::line, false));
    }

    /** That of a field with lines. */
    public static final class OfLines extends JsonStrictness.Scalar<String> {

        public OfLines() {
            super(String.class, Text::lines, false);
        }
    }
}
