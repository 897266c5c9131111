package it.milanoaiuta.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What <code>deploy/up</code> was asked for.
 *
 * @param demo the city of the demo people, in a data folder of its own
 * @param reset all data of this stack are thrown away first
 * @param detach returns when all is healthy; <code>deploy/down</code> ends it
 * @param infrastructureOnly PostgreSQL, Kafka and Keycloak only: the services are started by somebody else
 * @param kafka bootstrap servers to use instead of our own
 * @param postgres host:port to use instead of our own
 * @param oidc the realm's address to use instead of our own
 * @param home another folder for data and logs
 * @param anyPorts free ports instead of the usual ones; they are written to run/addresses.json
 * @param withoutWeek the demo people, and nothing they did yet
 * @param endsWith the process with whose end this stack ends too
 */
record Arguments(boolean demo, boolean reset, boolean detach, boolean infrastructureOnly, Optional<String> kafka,
        Optional<String> postgres, Optional<String> oidc, Optional<Path> home, boolean anyPorts, boolean withoutWeek,
        Optional<Long> endsWith) {

    static final String USAGE = """
            usage: deploy/up [--demo] [--reset] [--detach] [--kafka=HOST:PORT] [--postgres=HOST:PORT] [--oidc=REALM-URL]
              --demo          a city week with people to log in as, in data of its own
              --reset         throw the data of this stack away first: PostgreSQL, Kafka and Keycloak together
              --detach        return when all is healthy; deploy/down ends it
              --kafka= --postgres= --oidc=
                              use this one instead of starting our own; see deploy/README.md for the passwords
              --infra         only PostgreSQL, Kafka and Keycloak""";

    /** @throws BadArguments when they make no sense; the message says why */
    static Arguments parse(String... words) {
        Values values = new Values(List.of(words));
        Arguments parsed = new Arguments(values.flag("--demo"), values.flag("--reset"), values.flag("--detach"),
                values.flag("--infra"),
                values.value("--kafka"), values.value("--postgres"), values.value("--oidc"),
                values.value("--home").map(Path::of),
                values.flag("--any-ports"), values.flag("--without-week"), values.value("--ends-with").map(Arguments::number));
        values.refuseTheRest();
        parsed.refuseContradictions();
        return parsed;
    }

    private void refuseContradictions() {
        boolean foreign = kafka.isPresent() || postgres.isPresent() || oidc.isPresent();
        if (demo && foreign) {
            throw new BadArguments(
                    "--demo runs on its own PostgreSQL, Kafka and Keycloak only: demo data and demo logins go nowhere else.");
        }
        if (reset && foreign) {
            throw new BadArguments(
                    "--reset wipes PostgreSQL, Kafka and Keycloak together or not at all: one wiped alone would miss"
                            + " events the others have. It cannot wipe a server that is not ours.");
        }
    }

    /** The same, for the process that stays. */
    Arguments attached() {
        return new Arguments(demo, reset, false, infrastructureOnly, kafka, postgres, oidc, home, anyPorts, withoutWeek,
                endsWith);
    }

    List<String> words() {
        List<String> words = new ArrayList<>();
        if (demo) {
            words.add("--demo");
        }
        if (reset) {
            words.add("--reset");
        }
        if (detach) {
            words.add("--detach");
        }
        if (infrastructureOnly) {
            words.add("--infra");
        }
        if (anyPorts) {
            words.add("--any-ports");
        }
        if (withoutWeek) {
            words.add("--without-week");
        }
        kafka.ifPresent(value -> words.add("--kafka=" + value));
        postgres.ifPresent(value -> words.add("--postgres=" + value));
        oidc.ifPresent(value -> words.add("--oidc=" + value));
        home.ifPresent(value -> words.add("--home=" + value));
        endsWith.ifPresent(value -> words.add("--ends-with=" + value));
        return words;
    }

    private static Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new BadArguments("--ends-with= takes the number of a process, not " + text + ".");
        }
    }

    /** Takes the words one by one; what nobody took is a mistake. */
    private static final class Values {

        private final List<String> left;

        Values(List<String> words) {
            left = new ArrayList<>(words);
        }

        boolean flag(String name) {
            return left.removeIf(name::equals);
        }

        Optional<String> value(String name) {
            List<String> given = left.stream().filter(word -> word.startsWith(name + "=")).toList();
            if (given.isEmpty()) {
                return Optional.empty();
            }
            left.removeAll(given);
            String value = given.get(0).substring(name.length() + 1);
            if (given.size() > 1 || value.isBlank()) {
                throw new BadArguments(name + "= takes one value.");
            }
            return Optional.of(value);
        }

        void refuseTheRest() {
            if (!left.isEmpty()) {
                throw new BadArguments("Not understood: " + String.join(" ", left));
            }
        }
    }
}
