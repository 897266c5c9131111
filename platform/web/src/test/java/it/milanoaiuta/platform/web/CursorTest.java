package it.milanoaiuta.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void what_a_page_ended_with_comes_back_as_it_was() {
        Instant time = Instant.parse("2026-03-29T01:00:00.123456Z");
        UUID id = Ids.next();
        Cursor read = Cursor.decode(Cursor.after(time, LocalDate.of(2026, 3, 29), id).encoded(), 3).orElseThrow();
        assertThat(read.time(0)).isEqualTo(time);
        assertThat(read.day(1)).isEqualTo(LocalDate.of(2026, 3, 29));
        assertThat(read.id(2)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1-1-1-1-1", "+999999999-01-01T00:00:00Z", "-0001-01-01", "3000-01-01T00:00:00Z"})
    void a_forged_value_blames_the_cursor(String value) {
        Cursor forged = Cursor.decode(encoded(value + "\u001fx"), 2).orElseThrow();
        assertThatThrownBy(() -> forged.time(0)).isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> forged.day(0)).isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> forged.id(0)).isInstanceOf(InvalidField.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "one\u001ftwo\u001fthree", "nul\u0000\u001ftwo"})
    void one_of_another_list_or_with_what_the_database_refuses_was_not_made_here(String text) {
        assertThatThrownBy(() -> Cursor.decode(encoded(text), 2)).isInstanceOf(InvalidField.class);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
