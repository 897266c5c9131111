package it.milanoaiuta.volunteers;

import java.util.List;
import java.util.Set;

import it.milanoaiuta.platform.testing.HouseRules;

class ArchitectureTest extends HouseRules {

    ArchitectureTest() {
        super("volunteers", "volunteers");
    }

    @Override
    protected List<Set<String>> layers() {
        return List.of(Set.of("person", "hub", "figures"), Set.of("membership"), Set.of("organisation"),
                Set.of("verification", "owner"), Set.of("opportunity"), Set.of("shift"), Set.of("signup"),
                Set.of("organising", "attendance"));
    }
}
