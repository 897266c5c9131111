package it.milanoaiuta.platform.data.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;

import javax.crypto.SecretKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AesGcmTest {

    private final SecretKey key = AesGcm.newKey();

    /** The Galois/Counter Mode of Operation (McGrew, Viega), test case 14, its nonce put first. */
    @Test
    void what_was_sealed_elsewhere_opens() {
        byte[] sealed = HexFormat.of().parseHex(
                "00".repeat(12) + "cea7403d4d606b6e074ec5d3baf39d18" + "d0d1c8a799996bf0265b98b5d48ab919");
        assertThat(AesGcm.open(AesGcm.key(new byte[32]), sealed, "")).hasValue(new byte[16]);
    }

    @Test
    void nothing_is_sealed_the_same_way_twice() {
        byte[] sealed = AesGcm.seal(key, "Rossi".getBytes(), "here");
        assertThat(AesGcm.seal(key, "Rossi".getBytes(), "here")).isNotEqualTo(sealed);
        assertThat(AesGcm.open(key, sealed, "here")).hasValue("Rossi".getBytes());
    }

    @Test
    void what_is_bound_to_something_else_or_changed_or_cut_stays_shut() {
        byte[] sealed = AesGcm.seal(key, "Rossi".getBytes(), "here");
        assertThat(AesGcm.open(key, sealed, "there")).isEmpty();
        assertThat(AesGcm.open(AesGcm.newKey(), sealed, "here")).isEmpty();
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(AesGcm.open(key, changed, "here")).isEmpty();
        }
        assertThat(AesGcm.open(key, new byte[5], "here")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64 at all, but as long as a key is"})
    void one_that_is_no_key_is_refused_and_not_quoted(String wrong) {
        assertThatThrownBy(() -> AesGcm.key(wrong, "a secret")).isInstanceOf(IllegalStateException.class)
                .hasMessage("a secret must be the base64 of 32 bytes").hasNoCause();
    }
}
