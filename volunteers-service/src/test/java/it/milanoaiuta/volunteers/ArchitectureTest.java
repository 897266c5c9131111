package it.milanoaiuta.volunteers;

import it.milanoaiuta.platform.testing.HouseRules;

class ArchitectureTest extends HouseRules {

    ArchitectureTest() {
        super("volunteers");
    }
}
