package it.milanoaiuta.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import it.milanoaiuta.platform.testing.KeycloakAdministrator;
import it.milanoaiuta.platform.testing.Mails;

/**
 * Accounts on the real Keycloak, with its real mails: an address is proved before anybody is signed in with it, and nobody learns
 * from a page whether somebody else's address has an account.
 */
class AccountsTest {

    private static final String PASSWORD = "a good long password";

    private final City city = City.running();
    private final Mails mails = new Mails(city.parts().mails());

    @ParameterizedTest
    @ValueSource(strings = {"it", "en", "ar"})
    void an_account_is_made_by_mail_and_no_page_tells_that_there_is_one(String language) throws Exception {
        String known = someone();
        LoginForms first = new LoginForms(city, language);
        String answer = first.register(known);
        String unsigned = first.location();
        assertThat(unsigned).doesNotContain("code=");
        assertSignedInByTheLink(first, known);

        assertThat(new LoginForms(city, language).register(known)).as("to register once more").isEqualTo(answer);
        String second = mails.awaited(known, 2);
        assertThat(second).doesNotContain("action-token");
        assertThat(Mails.link(second)).isEqualTo(city.gateway());

        assertSameWhenThePasswordIsForgotten(language, known);
        assertSameAtTheLogin(language, known);
    }

    private void assertSignedInByTheLink(LoginForms browser, String address) throws Exception {
        browser.proveAndChoose(Mails.link(mails.awaited(address, 1)), PASSWORD);
        assertThat(browser.location()).startsWith(city.gateway() + "/app/signed-in?");
        JsonNode tokens = browser.tokens();
        for (String token : List.of("id_token", "access_token")) {
            String claims = LoginForms.claims(tokens.path(token).asText()).toString();
            assertThat(claims.contains("@") || claims.contains("name")).as(claims).isFalse();
        }
        assertOverWhenItIsEnded(tokens.path("access_token").asText(), address);
    }

    /** What the gateway asks at each page. */
    private void assertOverWhenItIsEnded(String token, String address) throws Exception {
        assertThat(LoginForms.isLive(city, token)).isTrue();
        KeycloakAdministrator administrator = city.administrator();
        administrator.signOut(administrator.personOf(address));
        assertThat(LoginForms.isLive(city, token)).isFalse();
    }

    private void assertSameWhenThePasswordIsForgotten(String language, String known) throws Exception {
        String unknown = someone();
        assertThat(new LoginForms(city, language).forget(known)).isEqualTo(new LoginForms(city, language).forget(unknown));
        assertThat(mails.awaited(known, 3)).contains("action-token");
        assertThat(mails.of(unknown)).isEmpty();
    }

    private void assertSameAtTheLogin(String language, String known) throws Exception {
        String refused = new LoginForms(city, language).signIn(someone(), PASSWORD);
        assertThat(new LoginForms(city, language).signIn(known, "not hers")).as("a wrong password").isEqualTo(refused);
        KeycloakAdministrator administrator = city.administrator();
        String person = administrator.personOf(known);
        administrator.change(person, Map.of("enabled", false));
        assertThat(new LoginForms(city, language).signIn(known, PASSWORD)).as("a disabled account").isEqualTo(refused);
        administrator.change(person, Map.of("enabled", true));
        for (int i = 0; i < 3; i++) {
            new LoginForms(city, language).signIn(known, "not hers");
        }
        administrator.awaitLocked(person);
        assertThat(new LoginForms(city, language).signIn(known, PASSWORD)).as("a locked account").isEqualTo(refused);
        for (int i = 0; i < 3; i++) {
            assertThat(new LoginForms(city, language).signIn(known.replace("@", "-@"), "not hers")).isEqualTo(refused);
        }
    }

    private static String someone() {
        return UUID.randomUUID() + "@people.example";
    }
}
