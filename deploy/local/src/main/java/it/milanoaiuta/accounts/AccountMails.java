package it.milanoaiuta.accounts;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.actiontoken.verifyemail.VerifyEmailActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The mail after a registration: one in either case, so that nobody can tell from the time it takes. */
final class AccountMails {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AuthenticationSessionModel login;
    private final URI keycloak;
    private final FormContext form;

    AccountMails(FormContext form) {
        this.form = form;
        this.session = form.getSession();
        this.realm = form.getRealm();
        this.login = form.getAuthenticationSession();
        this.keycloak = form.getUriInfo().getBaseUri();
    }

    /** Keycloak's own mail; its link proves the address and goes on with this login. */
    void sendLink(UserModel person) throws EmailException {
        int seconds = realm.getActionTokenGeneratedByUserLifespan(VerifyEmailActionToken.TOKEN_TYPE);
        String client = login.getClient().getClientId();
        VerifyEmailActionToken token = new VerifyEmailActionToken(person.getId(), Time.currentTime() + seconds,
                AuthenticationSessionCompoundId.fromAuthSession(login).getEncodedId(), person.getEmail(), client);
        String link = Urls.actionTokenBuilder(keycloak, token.serialize(session, realm, form.getUriInfo()), client,
                login.getTabId(), AuthenticationProcessor.getClientData(session, login)).build(realm.getName()).toString();
        to(person).sendVerifyEmail(link, TimeUnit.SECONDS.toMinutes(seconds));
    }

    void sendThatThereIsOne(UserModel person) throws EmailException {
        Map<String, Object> words = new HashMap<>();
        words.put("link", login.getClient().getRootUrl());
        to(person).send("accountExistsSubject", "account-exists.ftl", words);
    }

    private EmailTemplateProvider to(UserModel person) {
        return session.getProvider(EmailTemplateProvider.class).setAuthenticationSession(login).setRealm(realm)
                .setUser(person);
    }
}
