package it.milanoaiuta.faults;

import java.nio.file.Path;

import it.milanoaiuta.local.OwnPlatform;

/** PostgreSQL and Kafka of these tests alone: what is killed here is missed by nobody else. */
final class Servers {

    private static OwnPlatform shared;

    private Servers() {}

    /** Those that all tests of a run use, each in databases and topics of its own; they end with this JVM. */
    static synchronized OwnPlatform shared() {
        if (shared == null) {
            shared = start(Path.of("target/servers"));
        }
        return shared;
    }

    static OwnPlatform start(Path folder) {
        return OwnPlatform.start(folder, "--infra", "--oidc=http://127.0.0.1:1/realms/none");
    }
}
