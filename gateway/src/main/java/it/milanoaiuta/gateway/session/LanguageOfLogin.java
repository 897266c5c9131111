package it.milanoaiuta.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;

/** The login page speaks the language chosen on ours; without a choice both go by the browser. */
@ApplicationScoped
@Unremovable
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
public class LanguageOfLogin implements OidcRedirectFilter {

    @Override
    public void filter(OidcRedirectContext redirect) {
        String chosen = redirect.routingContext().request().getParam("lang");
        if (chosen != null) {
            redirect.additionalQueryParams().add("ui_locales", chosen);
        }
    }
}
