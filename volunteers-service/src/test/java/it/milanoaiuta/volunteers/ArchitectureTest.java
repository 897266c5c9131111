package it.milanoaiuta.volunteers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import java.util.Set;

import jakarta.persistence.Tuple;

import org.junit.jupiter.api.Test;

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

    @Test
    void what_plain_sql_finds_is_a_record() {
        noClasses().should().dependOnClassesThat().areAssignableTo(Tuple.class).check(classes);
    }
}
