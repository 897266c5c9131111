package it.milanoaiuta.local;

/** The command line makes no sense; the message says what to write instead. */
class BadArguments extends RuntimeException {

    BadArguments(String message) {
        super(message);
    }
}
