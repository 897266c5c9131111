package it.milanoaiuta.platform.web.http;

/** What a text is made of. */
final class Sentence {

    private Sentence() {}

    /** Up to the first full stop that something follows; the whole text, where it is only one. */
    static String first(String text) {
        return text.split("(?<=[.!?])\\s+(?=[\\p{Lu}`\\-0-9])", 2)[0];
    }

    /** With a capital, which docstrings do not give a parameter; but for a name in a code's spelling. */
    static String begun(String text) {
        return text.matches("(?s)\\p{Ll}+\\b.*") ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text;
    }
}
