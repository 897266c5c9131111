package it.milanoaiuta.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void nothing_said_means_the_citys_own_data_and_all_parts_ours() {
        Arguments arguments = Arguments.parse();
        assertFalse(arguments.demo() || arguments.reset() || arguments.detach() || arguments.infrastructureOnly()
                || arguments.anyPorts());
        assertTrue(arguments.kafka().isEmpty() && arguments.postgres().isEmpty() && arguments.oidc().isEmpty());
    }

    @Test
    void demo_data_and_the_citys_own_never_share_a_folder() {
        assertEquals(Project.root().resolve("data/demo"), Up.folder(Arguments.parse("--demo")));
        assertEquals(Project.root().resolve("data/live"), Up.folder(Arguments.parse()));
    }

    @Test
    void a_part_is_replaced_by_an_address() {
        assertEquals(Optional.of("kafka.example:9092"), Arguments.parse("--kafka=kafka.example:9092").kafka());
        assertEquals(Optional.of("https://login.example/realms/m?a=b"),
                Arguments.parse("--oidc=https://login.example/realms/m?a=b").oidc());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--dmeo", "demo", "--kafka", "--kafka=", "--demo=yes", "--ends-with=me", "-h"})
    void what_is_not_understood_is_refused(String word) {
        assertThrows(BadArguments.class, () -> Arguments.parse(word));
    }

    @Test
    void a_value_given_twice_is_refused() {
        assertThrows(BadArguments.class, () -> Arguments.parse("--kafka=a:1", "--kafka=b:2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--kafka=a:1", "--postgres=a:1", "--oidc=http://a"})
    void demo_and_reset_touch_our_own_servers_only(String foreign) {
        assertThrows(BadArguments.class, () -> Arguments.parse("--demo", foreign));
        assertThrows(BadArguments.class, () -> Arguments.parse("--reset", foreign));
    }

    @Test
    void the_process_that_stays_is_told_all_but_to_detach() {
        Arguments arguments = Arguments.parse("--demo", "--reset", "--detach", "--infra", "--any-ports", "--without-week",
                "--home=/srv/x",
                "--ends-with=7");
        Arguments stays = Arguments.parse(arguments.attached().words().toArray(String[]::new));
        assertEquals(new Arguments(true, true, false, true, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(Path.of("/srv/x")), true, true, Optional.of(7L)), stays);
    }
}
