package it.milanoaiuta.platform.data.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.SecretKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {

    static final Subject ANNA = new Subject("person", new UUID(1, 1));
    static final Subject PAOLO = new Subject("person", new UUID(1, 2));

    final MasterKey master = new MasterKey(base64(1));
    final MasterKey other = new MasterKey(base64(2));

    static String base64(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void a_data_key_is_unwrapped_by_the_key_that_wrapped_it_for_whom_it_was_wrapped() {
        SecretKey key = AesGcm.newKey();
        byte[] wrapped = master.wrap(key, ANNA);
        assertThat(master.unwrap(wrapped, ANNA)).isEqualTo(key);
        assertThatThrownBy(() -> master.unwrap(wrapped, PAOLO)).isInstanceOf(VaultUnreadable.class);
        assertThatThrownBy(() -> other.unwrap(wrapped, ANNA)).isInstanceOf(VaultUnreadable.class);
    }

    @Test
    void nothing_is_sealed_the_same_way_twice_and_a_changed_byte_is_found() {
        SecretKey key = AesGcm.newKey();
        byte[] sealed = AesGcm.seal(key, "Rossi".getBytes(), "here");
        assertThat(AesGcm.seal(key, "Rossi".getBytes(), "here")).isNotEqualTo(sealed);
        assertThat(AesGcm.open(key, sealed, "here")).isEqualTo("Rossi".getBytes());
        assertThatThrownBy(() -> AesGcm.open(key, sealed, "there")).isInstanceOf(VaultUnreadable.class);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> AesGcm.open(key, changed, "here")).isInstanceOf(VaultUnreadable.class);
        }
        assertThatThrownBy(() -> AesGcm.open(key, new byte[5], "here")).isInstanceOf(VaultUnreadable.class);
    }

    @Test
    void the_blind_index_is_the_same_for_the_same_value_of_the_same_field_under_the_same_key_only() {
        byte[] digest = master.digest("household", "phone", "+390288451234");
        assertThat(new MasterKey(base64(1)).digest("household", "phone", "+390288451234")).isEqualTo(digest);
        assertThat(master.digest("household", "phone", "+390288451235")).isNotEqualTo(digest);
        assertThat(master.digest("household", "email", "+390288451234")).isNotEqualTo(digest);
        assertThat(master.digest("person", "phone", "+390288451234")).isNotEqualTo(digest);
        assertThat(other.digest("household", "phone", "+390288451234")).isNotEqualTo(digest);
    }

    @Test
    void its_id_is_its_own_and_tells_nothing_of_it() {
        assertThat(master.id).hasSize(16).isEqualTo(new MasterKey(base64(1)).id).isNotEqualTo(other.id)
                .doesNotContain("0101");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64 at all, but as long as a key is"})
    void one_that_is_no_key_is_refused_and_not_quoted(String wrong) {
        assertThatThrownBy(() -> new MasterKey(wrong)).isInstanceOf(IllegalStateException.class)
                .hasMessage("Each of milano.vault.master-keys must be the base64 of 32 bytes").hasNoCause();
    }
}
