package it.milanoaiuta.platform.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Services see these types and no other: what is not here may change without them. */
class PublicApiTest {

    private static final Set<String> SEEN = Set.of("Outbox", "Event", "Published", "Hearing", "Idempotent", "RequestKey",
            "Freshness", "CopyLags", "DueWork", "Messages", "Producers");

    /** Made by Quarkus, which finds them by name and wants them public: a source of configuration, a filter of the API's document. */
    private static final Set<String> FOUND_BY_NAME = Set.of("HeardTopics", "IdempotentInContract");

    @Test
    void services_see_eleven_types() throws Exception {
        Path classes = Path.of(Outbox.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                .resolve("it/milanoaiuta/platform/events");
        Set<String> expected = new TreeSet<>(SEEN);
        expected.addAll(FOUND_BY_NAME);
        try (Stream<Path> files = Files.list(classes)) {
            assertEquals(expected, files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$")).map(name -> name.replace(".class", ""))
                    .filter(PublicApiTest::isPublic).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static boolean isPublic(String name) {
        try {
            return Modifier.isPublic(Class.forName("it.milanoaiuta.platform.events." + name, false,
                    PublicApiTest.class.getClassLoader()).getModifiers());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
