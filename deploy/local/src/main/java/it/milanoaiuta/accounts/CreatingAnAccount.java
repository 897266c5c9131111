package it.milanoaiuta.accounts;

import java.util.List;

import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.authentication.FormAction;
import org.keycloak.authentication.FormActionFactory;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.authentication.forms.RegistrationPassword;
import org.keycloak.authentication.forms.RegistrationUserCreation;
import org.keycloak.email.EmailException;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/**
 * Keycloak's registration, but for this: an address that has an account already is answered as any other, and only a mail to it
 * says so. Who types somebody's address learns nothing of her. The password is chosen when the address is proved: there is none
 * in the form, as the realm verifies addresses.
 */
public final class CreatingAnAccount extends RequiredStep implements FormAction, FormActionFactory {

    private final FormAction account = new RegistrationUserCreation();
    private final FormAction password = new RegistrationPassword();

    @Override
    public String getId() {
        return "milano-aiuta-account";
    }

    @Override
    public void buildPage(FormContext page, LoginFormsProvider form) {
        account.buildPage(page, form);
        password.buildPage(page, form);
    }

    @Override
    public void validate(ValidationContext form) {
        Complaints complaints = new Complaints();
        account.validate(complaints.about(form));
        password.validate(complaints.about(form));
        List<FormMessage> told = complaints.withoutWhatExists();
        if (told.isEmpty()) {
            form.success();
            return;
        }
        MultivaluedMap<String, String> typed = form.getHttpRequest().getDecodedFormParameters();
        form.error(Errors.INVALID_REGISTRATION);
        form.validationError(typed, told);
    }

    @Override
    public void success(FormContext form) {
        MultivaluedMap<String, String> typed = form.getHttpRequest().getDecodedFormParameters();
        UserModel known = form.getSession().users().getUserByEmail(form.getRealm(), typed.getFirst("email").trim());
        AccountMails mails = new AccountMails(form);
        try {
            if (known == null) {
                account.success(form);
                password.success(form);
                mails.sendLink(form.getUser());
            } else {
                mails.sendThatThereIsOne(known);
            }
        } catch (EmailException saidByTheSender) {
            // the same page all the same; whoever signs in is sent the link anew
        }
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
    public FormAction create(KeycloakSession session) {
        return this;
    }

    @Override
    public String getDisplayType() {
        return "Account of which only a mail says whether it was there";
    }

    @Override
    public String getHelpText() {
        return "Creates the account, or writes to the one that has this address; the answer is the same.";
    }
}
