package it.milanoaiuta.gateway.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {

    @ParameterizedTest
    @ValueSource(strings = {"13:45:30.123", "13:45", "yes", "no", "on", "2026-12-05", "2026-12-05T10:00:00Z", "012", "0x1F",
            "1_000",
            "+39", "~", "=", "<<", ".5", "MA-7K3F-9QX2"})
    void an_example_is_text_whatever_it_looks_like(String example) {
        assertThat(read("example: " + example)).isEqualTo(Map.of("example", example));
    }

    @Test
    void json_scalars_are_what_they_are() {
        assertThat(read("[true, 12, -0.001, 1e3, \"12\", null]"))
                .isEqualTo(Arrays.asList(true, 12, -0.001, 1000.0, "12", null));
    }

    private static Object read(String yaml) {
        return Yaml.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
