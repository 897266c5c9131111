package it.milanoaiuta.gateway.session;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;

/** The login page speaks the language chosen on ours; without a choice both go by the browser. */
@ApplicationScoped
@Unremovable
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
public class LanguageOfLogin implements OidcRedirectFilter {

    @ConfigProperty(name = "quarkus.locales")
    List<Locale> languages;

    @Override
    public void filter(OidcRedirectContext redirect) {
        String chosen = redirect.routingContext().request().getParam("lang");
        if (languages.stream().anyMatch(language -> language.getLanguage().equals(chosen))) {
            redirect.additionalQueryParams().add("ui_locales", chosen);
        }
    }
}
