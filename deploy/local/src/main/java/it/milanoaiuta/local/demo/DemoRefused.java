package it.milanoaiuta.local.demo;

import java.io.IOException;

/** The platform refused a step of the demo week; the message says whose, which and what it answered. */
final class DemoRefused extends IOException {

    DemoRefused(String person, String step, int status, String answer) {
        super(person + " could not do '" + step + "': " + status + " " + answer.strip());
    }
}
