package it.milanoaiuta.gateway.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import it.milanoaiuta.defaults.Ids;
import it.milanoaiuta.defaults.Sentences;
import it.milanoaiuta.gateway.api.Asker;
import it.milanoaiuta.gateway.api.Composing;
import it.milanoaiuta.gateway.api.Known;
import it.milanoaiuta.gateway.proxy.Services;

/**
 * What every page knows: its language, its reader's way of writing times and numbers, its links.
 * <p>
 * The language is the one asked for by <code>?lang=</code>, which every link then carries on, else the browser's; no cookie.
 */
@Named
@RequestScoped
public class Page {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @Inject
    RoutingContext exchange;

    @Inject
    Sentences sentences;

    @Inject
    Assets assets;

    @Inject
    Services services;

    @ConfigProperty(name = "quarkus.locales")
    List<Locale> languages;

    public Locale locale() {
        return chosen()
                ? Locale.forLanguageTag(exchange.request().getParam("lang"))
                : exchange.request().getHeader("Accept-Language") == null
                        ? Locale.ITALIAN
                        : sentences.language(exchange.request().getHeader("Accept-Language"));
    }

    private boolean chosen() {
        String asked = exchange.request().getParam("lang");
        return asked != null && languages.stream().anyMatch(language -> language.getLanguage().equals(asked));
    }

    public String lang() {
        return locale().getLanguage();
    }

    /** For what is said outside of a template. */
    Words words() {
        return lang().equals("en")
                ? MessageBundles.get(Words.class)
                : MessageBundles.get(Words.class, Localized.Literal.of(lang()));
    }

    /** People and goods are invented. */
    public boolean demo() {
        return services.demo();
    }

    public String dir() {
        return lang().equals("ar") ? "rtl" : "ltr";
    }

    /** Only of the pages under /app: the public ones carry no cookie and know nobody. */
    public boolean signedIn() {
        return person() != null;
    }

    public Asker asker() {
        SecurityIdentity person = person();
        AccessTokenCredential token = person == null ? null : person.getCredential(AccessTokenCredential.class);
        return new Asker(token == null ? null : "Bearer " + token.getToken(), lang());
    }

    /** Who is known by now, without waiting for a login: a failure's page is rendered where nothing may wait. */
    private SecurityIdentity person() {
        return exchange.request().path().startsWith("/app") && exchange.user() instanceof QuarkusHttpUser user
                && !user.getSecurityIdentity().isAnonymous() ? user.getSecurityIdentity() : null;
    }

    /** A link of ours, in the language chosen. */
    public String to(String path) {
        return chosen() ? path + (path.contains("?") ? "&" : "?") + "lang=" + lang() : path;
    }

    /** This page in another language. A page that answers a form is left for the one the form was on. */
    public String in(String language) {
        String day = exchange.request().getParam("day");
        return exchange.request().path() + "?" + (day == null ? "" : "day=" + day + "&") + "lang=" + language;
    }

    public String asset(String name) {
        return assets.address(name);
    }

    /** For a form: the same form sent twice is one request. */
    public UUID newKey() {
        return Ids.next();
    }

    public String day(Instant time) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM", locale()).format(time.atZone(ROME));
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM", locale()).format(day);
    }

    public String time(Instant time) {
        return DateTimeFormatter.ofPattern("HH:mm").format(time.atZone(ROME));
    }

    public String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getInstance(lang().equals("ar") ? Locale.ENGLISH : locale());
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(3);
        return format.format(number);
    }

    /** So many of a unit, as one says it in the reader's language. */
    public String amount(BigDecimal number, String unit) {
        return Codes.amount(unit, number, number(number), locale());
    }

    public String free(int places) {
        return amount(BigDecimal.valueOf(places), "FREE_PLACE");
    }

    public String word(String list, String code) {
        return code == null ? "" : Codes.word(list, code, locale());
    }

    /** The reader's language of a text, else Italian, else any. */
    public String text(Map<String, String> byLanguage) {
        if (byLanguage == null || byLanguage.isEmpty()) {
            return "";
        }
        return byLanguage.getOrDefault(lang(), byLanguage.getOrDefault("it", byLanguage.values().iterator().next()));
    }

    /** What a shift is called: its owner's words, else its task. */
    public String name(Known.Opportunity opportunity) {
        String title = text(opportunity.title());
        return title.isEmpty() ? word("task", opportunity.task()) : title;
    }

    public String shiftPath(UUID shift) {
        return "/shifts/" + shift;
    }

    public String appShift(UUID shift, String step) {
        return "/app/shifts/" + shift + step;
    }

    public String appHub(UUID hub) {
        return "/app/hubs/" + hub;
    }

    public String appHubDay(Composing.HubDay shown, int days) {
        return appHub(shown.id()) + "?day=" + shown.day().plusDays(days);
    }

    public String appArrival(UUID arrival) {
        return "/app/arrivals/" + arrival;
    }

    public String itemName(Map<UUID, Known.Item> items, UUID id, String code) {
        Known.Item item = items.get(id);
        return item == null ? code.toLowerCase(Locale.ROOT).replace('_', ' ') : text(item.name());
    }

    /** The goods, or the service, that a need's line asks for. */
    public String lineName(Map<UUID, Known.Item> items, Known.NeedLine line) {
        return line.itemId() == null ? word("service", line.service()) : itemName(items, line.itemId(), "");
    }

    /** Renders in the reader's language. */
    String render(TemplateInstance template) {
        return template.setLocale(locale()).render();
    }
}
