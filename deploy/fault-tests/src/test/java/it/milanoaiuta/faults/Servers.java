package it.milanoaiuta.faults;

import java.nio.file.Path;

import it.milanoaiuta.local.OwnPlatform;

/** PostgreSQL and Kafka of these tests alone: what is killed here is missed by nobody else. */
final class Servers {

    private Servers() {}

    static OwnPlatform start() {
        return start(Path.of("target/servers"));
    }

    static OwnPlatform start(Path folder) {
        return OwnPlatform.start(folder, "--infra", "--oidc=http://127.0.0.1:1/realms/none");
    }
}
