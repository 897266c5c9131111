package it.milanoaiuta.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What deploy/up builds: the functions of tools.sh, on a project made of empty files. */
class StalenessTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T08:00:00Z");
    private static final Instant BUILT = Instant.parse("2026-01-01T09:00:00Z");

    @TempDir
    Path project;

    @BeforeEach
    void everythingBuilt() throws IOException {
        for (String module : List.of("platform/web", "platform/data", "platform/events", "deploy/local",
                "volunteers-service", "donations-service", "food-hub-service", "gateway")) {
            file(module + "/pom.xml", LONG_AGO);
            file(module + "/src/main/java/A.java", LONG_AGO);
            file(module + "/target/up.stamp", BUILT);
            file(module + "/target/quarkus-app/quarkus-run.jar", BUILT);
            foldersOf(module, LONG_AGO);
        }
        file("pom.xml", LONG_AGO);
        file(".mvn/java-format.xml", LONG_AGO);
        Files.setLastModifiedTime(project.resolve(".mvn"), FileTime.from(LONG_AGO));
    }

    @Test
    void nothing_changed_builds_nothing() throws Exception {
        assertThat(stale()).isEqualTo("");
    }

    @Test
    void a_changed_source_builds_its_module() throws Exception {
        file("gateway/src/main/java/A.java", Instant.now());
        assertThat(stale()).isEqualTo("gateway");
    }

    @Test
    void a_deleted_source_builds_its_module() throws Exception {
        Files.delete(project.resolve("donations-service/src/main/java/A.java"));
        assertThat(stale()).isEqualTo("donations-service");
    }

    @Test
    void a_change_of_what_the_services_share_builds_them_and_not_the_gateway() throws Exception {
        file("platform/events/src/main/java/A.java", Instant.now());
        assertThat(stale()).isEqualTo("volunteers-service donations-service food-hub-service");
    }

    @Test
    void a_change_of_the_parent_builds_all() throws Exception {
        file("pom.xml", Instant.now());
        assertThat(stale()).isEqualTo("deploy/local volunteers-service donations-service food-hub-service gateway");
    }

    @Test
    void what_was_cleaned_is_built() throws Exception {
        Files.delete(project.resolve("gateway/target/quarkus-app/quarkus-run.jar"));
        assertThat(stale()).isEqualTo("gateway");
    }

    @Test
    void a_test_alone_builds_nothing() throws Exception {
        file("gateway/src/test/java/ATest.java", Instant.now());
        assertThat(stale()).isEqualTo("");
    }

    @Test
    void a_jdk_tells_its_major_version() throws Exception {
        String major = run("java_major '" + System.getProperty("java.home") + "'");
        assertThat(major.isEmpty() || major.equals(String.valueOf(Runtime.version().feature()))).as(major).isTrue();
        assertThat(run("java_major /no/such/folder").matches("\\d+")).isFalse();
    }

    private String stale() throws IOException, InterruptedException {
        return run("stale_modules");
    }

    private String run(String function) throws IOException, InterruptedException {
        Path tools = Project.root().resolve("deploy/local/tools.sh");
        return Commands
                .run(List.of("bash", "-c", "set -euo pipefail; cd '" + project + "'; source '" + tools + "'; " + function))
                .strip()
                .replace('\n', ' ');
    }

    private void file(String name, Instant changed) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[0]);
        Files.setLastModifiedTime(file, FileTime.from(changed));
    }

    private void foldersOf(String module, Instant changed) throws IOException {
        for (String folder : List.of("src/main/java", "src/main")) {
            Files.setLastModifiedTime(project.resolve(module).resolve(folder), FileTime.from(changed));
        }
    }
}
