package it.milanoaiuta.local;

import java.io.PrintStream;

/** What a person needs to know once everything is healthy. */
final class Welcome {

    private Welcome() {}

    static void print(PrintStream out, Addresses addresses, Arguments arguments) {
        out.println();
        if (arguments.demo()) {
            out.println("  *** DEMO: invented people and goods, passwords that everybody knows. Not for real data. ***");
            out.println();
        }
        if (!arguments.infrastructureOnly()) {
            out.println("  Milano Aiuta    " + addresses.gateway());
            out.println("  its API         " + addresses.gateway() + "/api/v1   (described at " + addresses.gateway()
                    + "/api/v1/docs)");
        }
        out.println("  accounts        " + addresses.realm());
        if (!addresses.mails().isEmpty()) {
            out.println("  mails           " + addresses.mails() + "   (none is sent out)");
        }
        out.println("  PostgreSQL      " + addresses.database() + "   Kafka " + addresses.kafka());
        out.println("  logs            " + addresses.home() + "/logs");
        if (arguments.demo()) {
            out.println();
            out.println("  Log in with the password \"demo\" as giulia or omar (volunteers), anna or paolo (organisations),");
            out.println("  marco (hub Isola), sara (fresh hub), luca (operator 020202), elena (coordinator).");
        }
        out.println();
        out.println("  Ctrl-C or deploy/down ends it.");
        out.println();
        out.flush();
    }
}
