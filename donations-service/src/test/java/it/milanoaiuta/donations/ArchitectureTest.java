package it.milanoaiuta.donations;

import it.milanoaiuta.platform.testing.HouseRules;

class ArchitectureTest extends HouseRules {

    ArchitectureTest() {
        super("donations");
    }
}
