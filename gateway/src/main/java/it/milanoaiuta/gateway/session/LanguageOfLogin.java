package it.milanoaiuta.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import it.milanoaiuta.gateway.page.Tongues;

/** The login page speaks the language chosen on ours; without a choice both go by the browser. */
@ApplicationScoped
@Unremovable
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
public class LanguageOfLogin implements OidcRedirectFilter {

    @Inject
    Tongues tongues;

    @Override
    public void filter(OidcRedirectContext redirect) {
        tongues.spoken(redirect.routingContext().request().getParam("lang"))
                .ifPresent(chosen -> redirect.additionalQueryParams().add("ui_locales", chosen.getLanguage()));
    }
}
