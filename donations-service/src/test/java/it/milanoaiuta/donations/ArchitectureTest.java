package it.milanoaiuta.donations;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import it.milanoaiuta.platform.events.Idempotent;
import it.milanoaiuta.platform.testing.HouseRules;

/** A rule that finds nothing to judge fails by itself (ArchUnit's failOnEmptyShould); that the right things are found is asserted. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("it.milanoaiuta.donations");

    @Test
    void the_rules_look_at_the_whole_service() {
        assertTrue(CLASSES.stream().filter(type -> type.isAnnotatedWith(Path.class)).count() >= 4);
        assertTrue(CLASSES.stream().filter(type -> type.isAnnotatedWith(Entity.class)).count() >= 5);
        assertThrows(AssertionError.class, () -> noClasses().should().dependOnClassesThat().areAnnotatedWith(Entity.class)
                .check(CLASSES));
    }

    @Test
    void packages_depend_one_way() {
        slices().matching("it.milanoaiuta.donations.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void an_entity_never_goes_over_the_wire() {
        methods().that().areDeclaredInClassesThat().areAnnotatedWith(Path.class).and().arePublic().should()
                .notHaveRawReturnType(describe("an entity", (JavaClass type) -> type.isAnnotatedWith(Entity.class)))
                .check(CLASSES);
    }

    @Test
    void every_post_may_be_repeated() {
        methods().that().areAnnotatedWith(POST.class).should().beAnnotatedWith(Idempotent.class).check(CLASSES);
    }

    @Test
    void a_refusal_has_a_name_of_ours() {
        noClasses().should().dependOnClassesThat(assignableTo(WebApplicationException.class)).check(CLASSES);
    }

    @Test
    void time_is_injected() {
        noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now").orShould()
                .callMethod(System.class, "currentTimeMillis").check(CLASSES);
    }

    @Test
    void nothing_of_a_neighbour_is_known_but_its_events() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("it.milanoaiuta.volunteers..", "it.milanoaiuta.foodhub..",
                "it.milanoaiuta.gateway..").check(CLASSES);
    }

    @Test
    void no_stored_answer_tells_how_somebody_is_reached() {
        HouseRules.NO_STORED_ANSWER_TELLS_HOW_SOMEBODY_IS_REACHED.check(CLASSES);
    }

    @Test
    void every_idempotent_request_claims_its_key_once_its_caller_may() {
        HouseRules.EVERY_IDEMPOTENT_REQUEST_CLAIMS_ITS_KEY.check(CLASSES);
    }

    @Test
    void a_violated_constraint_is_known_by_its_name() {
        HouseRules.A_CONSTRAINT_IS_KNOWN_BY_ITS_NAME.check(CLASSES);
    }

    @Test
    void what_is_internal_is_for_services_alone() {
        HouseRules.INTERNAL_IS_FOR_SERVICES_ALONE.check(CLASSES);
    }
}
