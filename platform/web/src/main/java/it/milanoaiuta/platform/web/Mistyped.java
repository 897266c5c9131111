package it.milanoaiuta.platform.web;

/** The check of a code that people say ({@link CheckedCode}) is wrong: 400, before anything is looked for. */
public class Mistyped extends InvalidField {

    /** @param field in which it was typed */
    public Mistyped(String field) {
        super(field, "mistyped");
    }
}
