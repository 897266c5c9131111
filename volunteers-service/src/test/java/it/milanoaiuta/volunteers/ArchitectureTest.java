package it.milanoaiuta.volunteers;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import it.milanoaiuta.platform.testing.HouseRules;

class ArchitectureTest {

    private final JavaClasses service = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("it.milanoaiuta.volunteers");

    @Test
    void there_is_something_to_judge() {
        assertThat(service).hasSizeGreaterThan(60);
        assertThat(service.stream().filter(type -> type.isAnnotatedWith(Path.class))).hasSizeGreaterThan(5);
    }

    @Test
    void business_things_depend_on_each_other_in_one_direction() {
        slices().matching("it.milanoaiuta.volunteers.(*)..").should().beFreeOfCycles().check(service);
    }

    @Test
    void classes_are_named_after_the_business() {
        noClasses().should().haveNameMatching(".*(Service|Utils?|Impl|Helper|Dto)").check(service);
    }

    @Test
    void an_entity_never_goes_over_the_wire() {
        methods().that().areDeclaredInClassesThat().areAnnotatedWith(Path.class).and().arePublic().should()
                .notHaveRawReturnType(annotatedWith(Entity.class)).check(service);
    }

    @Test
    void no_stored_answer_tells_how_somebody_is_reached() {
        HouseRules.NO_STORED_ANSWER_TELLS_HOW_SOMEBODY_IS_REACHED.check(service);
    }

    @Test
    void every_idempotent_request_claims_its_key_once_its_caller_may() {
        HouseRules.EVERY_IDEMPOTENT_REQUEST_CLAIMS_ITS_KEY.check(service);
    }

    @Test
    void a_violated_constraint_is_known_by_its_name() {
        HouseRules.A_CONSTRAINT_IS_KNOWN_BY_ITS_NAME.check(service);
    }

    @Test
    void what_is_internal_is_for_services_alone() {
        HouseRules.INTERNAL_IS_FOR_SERVICES_ALONE.check(service);
    }
}
