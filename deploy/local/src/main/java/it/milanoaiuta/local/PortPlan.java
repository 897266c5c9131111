package it.milanoaiuta.local;

import java.util.stream.IntStream;

/** Which part listens where on 127.0.0.1. */
record PortPlan(int gateway, int volunteers, int donations, int foodHub, int keycloak, int postgres, int kafka,
        int kafkaController, int mailbox) {

    /** The ones people and scripts know. */
    static PortPlan usual() {
        return new PortPlan(8080, 8081, 8082, 8083, 18080, 15432, 19092, 19093, 18025);
    }

    /** Nine that are free now, for a second stack beside the usual one. */
    static PortPlan unused() {
        int[] ports = Ports.unused(9);
        return new PortPlan(ports[0], ports[1], ports[2], ports[3], ports[4], ports[5], ports[6], ports[7],
                ports[8]);
    }

    IntStream all() {
        return IntStream.of(gateway, volunteers, donations, foodHub, keycloak, postgres, kafka, kafkaController, mailbox);
    }
}
