package it.milanoaiuta.gateway.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.core.MultivaluedMap;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import it.milanoaiuta.gateway.api.Asker;
import it.milanoaiuta.gateway.api.Composing;
import it.milanoaiuta.gateway.api.Known;
import it.milanoaiuta.gateway.proxy.Door;
import it.milanoaiuta.gateway.proxy.Services;
import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.platform.web.Sentences;

/**
 * What every page knows: its language, its reader's way of writing times and numbers, its links.
 * <p>
 * The language is the one asked for by <code>?lang=</code>, which every link then carries on, else the browser's; no cookie.
 */
@Named
@RequestScoped
public class Page {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    /** One field of a form. */
    public record Typed(String name, String value) {}

    /** @param people how many, in words */
    public record Crew(Known.RosterPlace place, String people) {}

    private List<Typed> typed = List.of();

    @Inject
    RoutingContext exchange;

    @Inject
    Sentences sentences;

    @Inject
    Clock clock;

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

    /** Keeps what was typed: should a service be away, it is on the answer, to be sent once more. */
    void keep(MultivaluedMap<String, String> form) {
        typed = form.entrySet().stream().map(field -> new Typed(field.getKey(), field.getValue().get(0))).toList();
    }

    /** @param namesAndValues of a form with few fields */
    void keep(Object... namesAndValues) {
        typed = IntStream.range(0, namesAndValues.length / 2)
                .mapToObj(i -> new Typed((String) namesAndValues[2 * i], String.valueOf(namesAndValues[2 * i + 1]))).toList();
    }

    List<Typed> typed() {
        return typed;
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

    /** This page in another language; home, where somebody made the address up (<code>//elsewhere</code> leads elsewhere). */
    public String in(String language) {
        String path = exchange.request().path();
        return (Door.isPlain(path) ? path : "/") + "?" + kept("day", "[0-9-]{10}") + kept("closeTo", "[0-9a-f-]{36}") + "lang="
                + language;
    }

    private String kept(String parameter, String form) {
        String value = exchange.request().getParam(parameter);
        return value == null || !value.matches(form) ? "" : parameter + "=" + value + "&";
    }

    public boolean isAt(String path) {
        return path.equals(exchange.request().path());
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
        return HOUR.format(time.atZone(ROME));
    }

    /** When a hub is open today; empty when it does not say. */
    public String openToday(Known.Hub hub) {
        if (hub.opening() == null || hub.opening().isEmpty()) {
            return "";
        }
        int today = LocalDate.now(clock).getDayOfWeek().getValue();
        String hours = hub.opening().stream().filter(opening -> opening.weekday() == today)
                .map(opening -> words().span(HOUR.format(opening.opens()), HOUR.format(opening.closes())))
                .collect(Collectors.joining(", "));
        return hours.isEmpty() ? words().closedToday() : words().openToday(hours);
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

    /** Who comes to a hub: one line for all who do the same at the same time. */
    public List<Crew> crews(List<Known.RosterPlace> roster) {
        Map<Known.RosterPlace, Long> people = roster.stream()
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return people.entrySet().stream()
                .map(crew -> new Crew(crew.getKey(), amount(BigDecimal.valueOf(crew.getValue()), "PERSON"))).toList();
    }

    public String openTasks(int tasks) {
        return amount(BigDecimal.valueOf(tasks), "OPEN_TASK");
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
        return isTitled(opportunity) ? text(opportunity.title()) : word("task", opportunity.task());
    }

    public boolean isTitled(Known.Opportunity opportunity) {
        return !text(opportunity.title()).isEmpty();
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

    public String appByCode(UUID hub) {
        return appHub(hub) + "/by-code";
    }

    public String appHubDay(Composing.HubDay shown, int days) {
        return appHub(shown.id()) + "?day=" + shown.day().plusDays(days);
    }

    public String appArrival(UUID arrival) {
        return "/app/arrivals/" + arrival;
    }

    /** @param aside items of which something must be put aside */
    String appArrival(UUID arrival, List<UUID> aside) {
        return appArrival(arrival) + aside.stream().map(item -> "aside=" + item).reduce((a, b) -> a + "&" + b)
                .map(query -> "?" + query).orElse("");
    }

    public String itemName(Map<UUID, Known.Item> items, UUID id, String code) {
        Known.Item item = items.get(id);
        return item != null
                ? text(item.name())
                : code == null || code.isEmpty() ? words().goods() : code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What became of a line of an arrival. */
    public String whatCame(Known.ArrivalLine line) {
        List<String> said = new ArrayList<>(List.of(amount(line.taken(), line.unit())));
        if (line.rejected().signum() > 0) {
            said.add(words().wasSentBack(amount(line.rejected(), line.unit())));
        }
        if (line.missing().signum() > 0) {
            said.add(words().wasMissing(amount(line.missing(), line.unit())));
        }
        return String.join(" · ", said);
    }

    /** The goods, or the service, that a need's line asks for. */
    public String lineName(Map<UUID, Known.Item> items, Known.NeedLine line) {
        return line.itemId() == null ? word("service", line.service()) : itemName(items, line.itemId(), null);
    }

    /** Renders in the reader's language. */
    String render(TemplateInstance template) {
        return template.setLocale(locale()).render();
    }
}
