package it.milanoaiuta.donations;

import it.milanoaiuta.platform.testing.OneDialect;

class ArchitectureTest extends OneDialect {

    ArchitectureTest() {
        super("donations", "donations");
    }
}
