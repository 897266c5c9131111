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
}
