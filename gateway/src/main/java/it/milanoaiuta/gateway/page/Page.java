package it.milanoaiuta.gateway.page;

import java.math.BigDecimal;
import java.net.URI;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import it.milanoaiuta.gateway.ask.Asker;
import it.milanoaiuta.gateway.ask.Services;
import it.milanoaiuta.platform.web.CityTime;
import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.platform.web.Sentences;

/**
 * What every page knows: its language, its reader's way of writing times and numbers, its links. It knows no screen.
 * <p>
 * The language is the one asked for by <code>?lang=</code>, which every link then carries on, else the browser's; no cookie.
 */
@Named
@RequestScoped
public class Page {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final int MOST_PARAMETERS = 10;

    /** One field of a form. */
    public record Typed(String name, String value) {}

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

    @Inject
    Tongues tongues;

    @Inject
    Frame frame;

    public Locale locale() {
        return chosen().orElseGet(() -> {
            String browsers = exchange.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
            return browsers == null ? Tongues.OF_THE_CITY : sentences.language(browsers);
        });
    }

    private Optional<Locale> chosen() {
        return tongues.spoken(exchange.request().getParam("lang"));
    }

    public String lang() {
        return locale().getLanguage();
    }

    public String dir() {
        return new Tongues.Tongue(lang()).direction();
    }

    public List<Tongues.Tongue> tongues() {
        return tongues.all();
    }

    /** A screen's words, for what is said outside of a template. */
    public <T> T words(Class<T> screen) {
        return tongues.isOfTheSource(locale())
                ? MessageBundles.get(screen)
                : MessageBundles.get(screen, Localized.Literal.of(lang()));
    }

    /** People and goods are invented. */
    public boolean demo() {
        return services.demo();
    }

    /** Only of the pages under /app: the public ones carry no cookie and know nobody. */
    public boolean signedIn() {
        return person() != null;
    }

    /** Keeps what was typed: should a service be away, it is on the answer, to be sent once more. */
    public void keep(MultivaluedMap<String, String> form) {
        typed = form.entrySet().stream().map(field -> new Typed(field.getKey(), field.getValue().get(0))).toList();
    }

    /** @param namesAndValues of a form with few fields */
    public void keep(Object... namesAndValues) {
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
        return Address.isPrivate(exchange.request().path()) && exchange.user() instanceof QuarkusHttpUser user
                && !user.getSecurityIdentity().isAnonymous() ? user.getSecurityIdentity() : null;
    }

    /** The ways to the screens, above. */
    public List<Entry> above() {
        return frame.above();
    }

    /** The same at the foot. */
    public List<Entry> below() {
        return frame.below();
    }

    public String startOfOnesOwn() {
        return frame.startOfOnesOwn();
    }

    /** A link of ours, in the language chosen. */
    public String to(String path) {
        return chosen().isPresent() ? path + (path.contains("?") ? "&" : "?") + "lang=" + lang() : path;
    }

    public String to(String before, UUID id) {
        return to(before + id);
    }

    public String to(String before, UUID id, String after) {
        return to(before + id + after);
    }

    /** The answer to a form that has done its work: GET, there. */
    public Response goOn(String path) {
        return Response.seeOther(URI.create(to(path))).build();
    }

    /** This page in another language; home, where somebody made the address up (<code>//elsewhere</code> leads elsewhere). */
    public String in(String language) {
        String path = exchange.request().path();
        return (Address.isPlain(path) ? path : "/") + "?" + said() + "lang=" + language;
    }

    /** What else the address says, a day or an id, as far as it is plain. */
    private String said() {
        return exchange.queryParams().entries().stream()
                .filter(one -> !one.getKey().equals("lang") && isPlain(one.getKey()) && isPlain(one.getValue()))
                .limit(MOST_PARAMETERS).map(one -> one.getKey() + "=" + one.getValue() + "&").collect(Collectors.joining());
    }

    private static boolean isPlain(String said) {
        return PLAIN.matcher(said).matches();
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

    /** Europe/Rome. */
    public LocalDate today() {
        return CityTime.today(clock);
    }

    public String day(Instant time) {
        return day(CityTime.dayOf(time));
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM", locale()).format(day);
    }

    public String time(Instant time) {
        return HOUR.format(time.atZone(CityTime.ZONE));
    }

    public String time(LocalTime time) {
        return HOUR.format(time);
    }

    /** In the digits that this city writes, whatever the language. */
    public String number(BigDecimal number) {
        NumberFormat format = NumberFormat
                .getInstance(new Locale.Builder().setLocale(locale()).setUnicodeLocaleKeyword("nu", "latn").build());
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(3);
        return format.format(number);
    }

    /** So many of a unit, as one says it in the reader's language. */
    public String amount(BigDecimal number, String unit) {
        return Codes.amount(unit, number, number(number), locale());
    }

    /** The same of what is counted: FREE_PLACE, PERSON … */
    public String count(int number, String unit) {
        return amount(BigDecimal.valueOf(number), unit);
    }

    public String word(String list, String code) {
        return code == null ? "" : Codes.word(list, code, locale());
    }

    /** The reader's language of a text, else the city's, else any. */
    public String text(Map<String, String> byLanguage) {
        if (byLanguage == null || byLanguage.isEmpty()) {
            return "";
        }
        return byLanguage.getOrDefault(lang(),
                byLanguage.getOrDefault(Tongues.OF_THE_CITY.getLanguage(), byLanguage.values().iterator().next()));
    }

    /** Renders in the reader's language. */
    public String render(TemplateInstance template) {
        return template.setLocale(locale()).render();
    }
}
