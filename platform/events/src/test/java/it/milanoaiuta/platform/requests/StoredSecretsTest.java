package it.milanoaiuta.platform.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies in databases for seven days is read by the version that comes after. */
class StoredSecretsTest {

    private static final String ONE = secret(1);
    private static final String TWO = secret(2);

    private final RequestKey request = new RequestKey();

    @BeforeEach
    void of_anna() {
        request.identify("anna", UUID.fromString("0192f000-0000-7000-8000-000000000001"), new byte[0]);
    }

    private static String secret(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void an_answer_that_was_stored_is_given_again_under_an_older_secret_too() {
        byte[] stored = HexFormat.of()
                .parseHex("8c030f0fb5033ee3b9cac76e5f86b12fa1cc4dde79d066aaf8fd4d418e1ce0a3b73a751108");
        assertThat(new AnswerCipher(List.of(TWO, ONE)).open(stored, request)).isEqualTo("{\"id\": 1}".getBytes(UTF_8));
        assertThatThrownBy(() -> new AnswerCipher(List.of(TWO)).open(stored, request))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_request_that_was_fingerprinted_is_known_again() {
        assertThat(new Fingerprints(List.of(ONE)).of("POST", URI.create("/places"), "{}".getBytes(UTF_8)))
                .isEqualTo(HexFormat.of().parseHex("1bf7a78d624345ba507f29eb091836afa2d524b7d4dec34e4349cbfbd311a327"));
    }
}
