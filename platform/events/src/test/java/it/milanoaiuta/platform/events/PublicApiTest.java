package it.milanoaiuta.platform.events;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Services see these types and no other (their house rules forbid the packages below): what is not here may change without them. */
class PublicApiTest {

    private static final String EVENTS = "it.milanoaiuta.platform.events";

    private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(EVENTS, "it.milanoaiuta.platform.requests", "it.milanoaiuta.platform.due");

    @Test
    void services_see_eleven_types() {
        assertThat(publicIn(EVENTS)).containsExactlyInAnyOrder("Outbox", "Event", "Published", "Hearing", "Freshness",
                "CopyLags",
                "Producers");
        // the last is a filter of the API's document, which Quarkus finds by name
        assertThat(publicIn("it.milanoaiuta.platform.requests")).containsExactlyInAnyOrder("Idempotent", "RequestKey",
                "IdempotentInContract");
        assertThat(publicIn("it.milanoaiuta.platform.due")).containsExactlyInAnyOrder("DueWork", "Messages");
    }

    @Test
    void the_packages_lean_on_each_other_in_one_direction() {
        slices().matching("it.milanoaiuta.platform.(**)").should().beFreeOfCycles().check(classes);
    }

    private List<String> publicIn(String name) {
        return classes.stream().filter(type -> type.getPackageName().equals(name) && type.isTopLevelClass()
                && type.getModifiers().contains(JavaModifier.PUBLIC)).map(JavaClass::getSimpleName).toList();
    }
}
