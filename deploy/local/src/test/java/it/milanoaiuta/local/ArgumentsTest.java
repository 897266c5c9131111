package it.milanoaiuta.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void nothing_said_means_the_citys_own_data_and_all_parts_ours() {
        Arguments arguments = Arguments.parse();
        assertThat(arguments.demo() || arguments.reset() || arguments.detach() || arguments.infrastructureOnly()
                || arguments.anyPorts()).isFalse();
        assertThat(arguments.kafka().isEmpty() && arguments.postgres().isEmpty() && arguments.oidc().isEmpty()).isTrue();
    }

    @Test
    void demo_data_and_the_citys_own_never_share_a_folder() {
        assertThat(Up.folder(Arguments.parse("--demo"))).isEqualTo(Project.root().resolve("data/demo"));
        assertThat(Up.folder(Arguments.parse())).isEqualTo(Project.root().resolve("data/live"));
    }

    @Test
    void a_part_is_replaced_by_an_address() {
        assertThat(Arguments.parse("--kafka=kafka.example:9092").kafka()).isEqualTo(Optional.of("kafka.example:9092"));
        assertThat(Arguments.parse("--oidc=https://login.example/realms/m?a=b").oidc())
                .isEqualTo(Optional.of("https://login.example/realms/m?a=b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--dmeo", "demo", "--kafka", "--kafka=", "--demo=yes", "--ends-with=me", "-h"})
    void what_is_not_understood_is_refused(String word) {
        assertThatThrownBy(() -> Arguments.parse(word)).isInstanceOf(BadArguments.class);
    }

    @Test
    void a_value_given_twice_is_refused() {
        assertThatThrownBy(() -> Arguments.parse("--kafka=a:1", "--kafka=b:2")).isInstanceOf(BadArguments.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--kafka=a:1", "--postgres=a:1", "--oidc=http://a"})
    void demo_and_reset_touch_our_own_servers_only(String foreign) {
        assertThatThrownBy(() -> Arguments.parse("--demo", foreign)).isInstanceOf(BadArguments.class);
        assertThatThrownBy(() -> Arguments.parse("--reset", foreign)).isInstanceOf(BadArguments.class);
    }

    @Test
    void the_process_that_stays_is_told_all_but_to_detach() {
        Arguments arguments = Arguments.parse("--demo", "--reset", "--detach", "--infra", "--any-ports", "--without-week",
                "--home=/srv/x",
                "--ends-with=7");
        Arguments stays = Arguments.parse(arguments.attached().words().toArray(String[]::new));
        assertThat(stays).isEqualTo(new Arguments(true, true, false, true, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(Path.of("/srv/x")), true, true, Optional.of(7L)));
    }
}
