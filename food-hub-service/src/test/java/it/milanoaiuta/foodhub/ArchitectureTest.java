package it.milanoaiuta.foodhub;

import java.util.Set;

import it.milanoaiuta.platform.testing.HouseRules;

class ArchitectureTest extends HouseRules {

    ArchitectureTest() {
        super("foodhub");
    }

    @Override
    protected Set<String> postsThatOnlyRead() {
        return Set.of("lookUp");
    }
}
