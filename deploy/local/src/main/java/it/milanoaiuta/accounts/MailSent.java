package it.milanoaiuta.accounts;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Where a registration ends, whatever came of it: the mail says how it goes on. */
public final class MailSent extends RequiredStep implements Authenticator, AuthenticatorFactory {

    @Override
    public String getId() {
        return "milano-aiuta-mail-sent";
    }

    @Override
    public void authenticate(AuthenticationFlowContext login) {
        login.forceChallenge(login.form().setAttribute("messageHeader", "emailVerifyTitle").setAttribute("skipLink", true)
                .setAttribute("hideUsername", true).setInfo("accountMailSent").createInfoPage());
    }

    @Override
    public void action(AuthenticationFlowContext login) {
        authenticate(login);
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public Authenticator create(KeycloakSession session) {
        return this;
    }

    @Override
    public String getDisplayType() {
        return "A mail was sent";
    }

    @Override
    public String getHelpText() {
        return "Ends a registration with a page that sends everybody to her mail.";
    }
}
