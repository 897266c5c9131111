package it.milanoaiuta.platform.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** If-Match as RFC 9110 has it, on a row whose version is 1. */
class VersionTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", " \"1\" ", "*", " * ", "\"7\", \"1\"", "\"1\",\"7\"", "W/\"1\", \"1\""})
    void these_name_it(String ifMatch) {
        assertThatCode(() -> Version.seen(ifMatch).mustBe(1)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "\"01\"", "\"+1\"", "\"1", "1\"", "1", "01", "W/\"1\"", "\"*\"", "*, \"7\"", "**", "\"\"",
            "\"7\", \"8\"", ",", "anything"})
    void these_name_another(String ifMatch) {
        assertThatThrownBy(() -> Version.seen(ifMatch).mustBe(1)).isInstanceOf(Version.Stale.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void without_one_nothing_is_changed(String ifMatch) {
        assertThatThrownBy(() -> Version.seen(ifMatch)).isInstanceOf(Version.PreconditionRequired.class);
    }

    @Test
    void the_tag_that_is_told_is_the_one_that_is_taken() {
        assertThatCode(() -> Version.seen(Version.etag(Long.MAX_VALUE)).mustBe(Long.MAX_VALUE)).doesNotThrowAnyException();
    }
}
