package it.milanoaiuta.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        assertFalse(unsigned.contains("code="), unsigned);
        assertSignedInByTheLink(first, known);

        assertEquals(answer, new LoginForms(city, language).register(known), "to register once more");
        String second = mails.awaited(known, 2);
        assertFalse(second.contains("action-token"), second);
        assertEquals(city.gateway(), Mails.link(second));

        assertSameWhenThePasswordIsForgotten(language, known);
        assertSameAtTheLogin(language, known);
    }

    private void assertSignedInByTheLink(LoginForms browser, String address) throws Exception {
        browser.proveAndChoose(Mails.link(mails.awaited(address, 1)), PASSWORD);
        assertTrue(browser.location().startsWith(city.gateway() + "/app/signed-in?"), browser.location());
        JsonNode tokens = browser.tokens();
        for (String token : List.of("id_token", "access_token")) {
            String claims = LoginForms.claims(tokens.path(token).asText()).toString();
            assertFalse(claims.contains("@") || claims.contains("name"), claims);
        }
        assertOverWhenItIsEnded(tokens.path("access_token").asText(), address);
    }

    /** What the gateway asks at each page. */
    private void assertOverWhenItIsEnded(String token, String address) throws Exception {
        assertTrue(LoginForms.isLive(city, token));
        KeycloakAdministrator administrator = city.administrator();
        administrator.signOut(administrator.personOf(address));
        assertFalse(LoginForms.isLive(city, token));
    }

    private void assertSameWhenThePasswordIsForgotten(String language, String known) throws Exception {
        String unknown = someone();
        assertEquals(new LoginForms(city, language).forget(unknown), new LoginForms(city, language).forget(known));
        assertTrue(mails.awaited(known, 3).contains("action-token"));
        assertEquals(List.of(), mails.of(unknown));
    }

    private void assertSameAtTheLogin(String language, String known) throws Exception {
        String refused = new LoginForms(city, language).signIn(someone(), PASSWORD);
        assertEquals(refused, new LoginForms(city, language).signIn(known, "not hers"), "a wrong password");
        KeycloakAdministrator administrator = city.administrator();
        String person = administrator.personOf(known);
        administrator.change(person, Map.of("enabled", false));
        assertEquals(refused, new LoginForms(city, language).signIn(known, PASSWORD), "a disabled account");
        administrator.change(person, Map.of("enabled", true));
        for (int i = 0; i < 3; i++) {
            new LoginForms(city, language).signIn(known, "not hers");
        }
        administrator.awaitLocked(person);
        assertEquals(refused, new LoginForms(city, language).signIn(known, PASSWORD), "a locked account");
        for (int i = 0; i < 3; i++) {
            assertEquals(refused, new LoginForms(city, language).signIn(known.replace("@", "-@"), "not hers"));
        }
    }

    private static String someone() {
        return UUID.randomUUID() + "@people.example";
    }
}
