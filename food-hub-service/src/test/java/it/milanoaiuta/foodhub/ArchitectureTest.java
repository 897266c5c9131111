package it.milanoaiuta.foodhub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import it.milanoaiuta.platform.testing.HouseRules;

/** How the packages may lean on each other. Each rule fails when it matches nothing. */
class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("it.milanoaiuta.foodhub");

    @Test
    void the_packages_are_business_things_and_lean_on_each_other_in_one_direction() {
        slices().matching("it.milanoaiuta.foodhub.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void an_entity_never_goes_over_the_wire() {
        methods().that().areDeclaredInClassesThat().areAnnotatedWith(Path.class).and().arePublic()
                .should(new ArchCondition<JavaMethod>("neither take nor give an entity") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                                .filter(type -> type.isAnnotatedWith(Entity.class))
                                .forEach(type -> events.add(SimpleConditionEvent.violated(method, method.getFullName())));
                    }
                }).check(SERVICE);
    }

    @Test
    void resources_are_named_and_placed_by_what_they_serve() {
        classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource").check(SERVICE);
    }

    @Test
    void no_stored_answer_tells_how_somebody_is_reached() {
        HouseRules.NO_STORED_ANSWER_TELLS_HOW_SOMEBODY_IS_REACHED.check(SERVICE);
    }

    @Test
    void every_idempotent_request_claims_its_key_once_its_caller_may() {
        HouseRules.EVERY_IDEMPOTENT_REQUEST_CLAIMS_ITS_KEY.check(SERVICE);
    }

    @Test
    void a_violated_constraint_is_known_by_its_name() {
        HouseRules.A_CONSTRAINT_IS_KNOWN_BY_ITS_NAME.check(SERVICE);
    }

    @Test
    void what_is_internal_is_for_services_alone() {
        HouseRules.INTERNAL_IS_FOR_SERVICES_ALONE.check(SERVICE);
    }
}
