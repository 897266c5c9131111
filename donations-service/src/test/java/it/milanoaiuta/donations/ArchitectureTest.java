package it.milanoaiuta.donations;

import java.util.List;
import java.util.Set;

import it.milanoaiuta.platform.testing.HouseRules;

class ArchitectureTest extends HouseRules {

    ArchitectureTest() {
        super("donations", "donations");
    }

    @Override
    protected List<Set<String>> layers() {
        return List.of(Set.of("catalogue", "owner"), Set.of("need"), Set.of("donation"), Set.of("figure"));
    }
}
