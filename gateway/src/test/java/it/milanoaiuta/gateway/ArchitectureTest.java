package it.milanoaiuta.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** How the packages may lean on each other. What is none of the four named here is a screen. */
class ArchitectureTest {

    private static final String GATEWAY = "it.milanoaiuta.gateway.";
    private static final String[] BELOW_AND_BESIDE = {GATEWAY + "ask..", GATEWAY + "page..", GATEWAY + "proxy..",
            GATEWAY + "session.."};

    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("it.milanoaiuta.gateway");

    @Test
    void screens_stand_on_the_frame_and_the_frame_on_the_questions() {
        layeredArchitecture().consideringOnlyDependenciesInAnyPackage("it.milanoaiuta.gateway..")
                .layer("ask").definedBy(GATEWAY + "ask..").layer("page").definedBy(GATEWAY + "page..")
                .layer("proxy").definedBy(GATEWAY + "proxy..").layer("session").definedBy(GATEWAY + "session..")
                .layer("screens").definedBy(resideOutsideOfPackages(BELOW_AND_BESIDE))
                .whereLayer("screens").mayNotBeAccessedByAnyLayer()
                .whereLayer("session").mayNotBeAccessedByAnyLayer()
                .whereLayer("proxy").mayOnlyBeAccessedByLayers("session")
                .whereLayer("page").mayOnlyBeAccessedByLayers("proxy", "session", "screens")
                .check(CLASSES);
    }

    @Test
    void no_screen_knows_another() {
        slices().matching(GATEWAY + "(*)..").namingSlices("$1").should().notDependOnEachOther()
                .ignoreDependency(alwaysTrue(),
                        resideInAnyPackage(BELOW_AND_BESIDE))
                .check(CLASSES);
    }

    @Test
    void every_class_has_its_package_and_every_package_says_what_it_is_for() throws IOException {
        classes().should().resideOutsideOfPackage("it.milanoaiuta.gateway").check(CLASSES);
        try (Stream<Path> packages = Files.list(Path.of("src/main/java/it/milanoaiuta/gateway"))) {
            assertThat(packages).isNotEmpty().allSatisfy(each -> assertThat(each.resolve("package-info.java")).exists());
        }
    }
}
