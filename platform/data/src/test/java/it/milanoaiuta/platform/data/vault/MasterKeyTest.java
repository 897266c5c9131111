package it.milanoaiuta.platform.data.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

import javax.crypto.SecretKey;

import org.junit.jupiter.api.Test;

import it.milanoaiuta.platform.data.cipher.AesGcm;

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

    /** As they lie in databases since the vault is there. */
    @Test
    void what_was_kept_before_is_read_and_found() {
        SecretKey key = master.unwrap(HexFormat.of().parseHex("507372d364587a2b5ac027b26ee2ae85881b97f02d753c380a72dcb913b33119"
                + "264e20a173bc80a7886c69e66eaad770689c2888060880b09349b90e"), ANNA);
        byte[] entry = HexFormat.of().parseHex("de4e0413cc46bf96a8fa6536837cbd18099daec20d8c0942c7e139cf0b674e5246");
        assertThat(ANNA.opened(key, entry, "vault_entry", "name")).isEqualTo("Rossi".getBytes());
        assertThat(master.id).isEqualTo("b289bc9d44ceee58");
        assertThat(master.digest("household", "phone", "+390288451234"))
                .isEqualTo(HexFormat.of().parseHex("d3190a5677e80033e8ab13a23071074b9c48636970ed09b8ca26722220b489e6"));
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

    @Test
    void one_that_is_no_key_is_refused_by_its_name() {
        assertThatThrownBy(() -> new MasterKey("c2hvcnQ=")).isInstanceOf(IllegalStateException.class)
                .hasMessage("Each of milano.vault.master-keys must be the base64 of 32 bytes");
    }
}
