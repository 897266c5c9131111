package it.milanoaiuta.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

class OpenValueTest {

    private final ObjectMapper json = new ObjectMapper();

    /** Of which wood. */
    @Schema(enumeration = {"OAK", "ASH"})
    public static final class Wood extends OpenValue {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Wood(String code) {
            super(code);
        }
    }

    @Test
    void one_that_is_not_known_travels_as_it_is() throws JsonProcessingException {
        List<Wood> read = json.readValue("[\"ASH\", \"ELM_2\"]", new TypeReference<>() {
        });
        assertThat(read).containsExactly(new Wood("ASH"), new Wood("ELM_2"));
        assertThat(json.writeValueAsString(Map.of("of", read))).isEqualTo("{\"of\":[\"ASH\",\"ELM_2\"]}");
    }

    @Test
    void it_may_not_be_brought_into_the_world() {
        assertThatCode(() -> new Wood("OAK").mustBeKnown("wood")).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Wood("ELM").mustBeKnown("shelves[1].wood")).isInstanceOfSatisfying(Refusal.class,
                refused -> {
                    assertThat(refused.status()).isEqualTo(400);
                    assertThat(refused.violations()).containsExactly(new Violation("shelves[1].wood", "unknown-code"));
                    assertThat(refused.arguments()).containsExactly("OAK, ASH");
                });
    }

    @Test
    void it_comes_after_those_of_the_list() {
        assertThat(Stream.of("ZEBRANO", "ASH", "ELM", "OAK").map(Wood::new).sorted()).extracting(Wood::code)
                .containsExactly("OAK", "ASH", "ELM", "ZEBRANO");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"oak", "O K", "1OAK", "OAK\n", "ÖL", "AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDDE"})
    void what_is_no_code_is_none(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Wood(code));
    }
}
