package it.milanoaiuta.gateway.proxy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import it.milanoaiuta.gateway.page.Address;

/**
 * How often one caller may ask: a person by her verified <code>sub</code>, wherever she is and whether a token or a session
 * says so; else by the link she was given, once that has opened something (whoever guesses links gets no allowance by
 * guessing); else her network (/24 of IPv4, /56 of IPv6), whose pages for everybody have an allowance of their own. What is made
 * up (a token, a cookie, a link) counts as nothing, so a flooder finds no fresh allowance and takes nothing from who is
 * signed in. Style sheet, script and mark lie in memory and cost less than a refusal: they are not counted.
 */
@ApplicationScoped
public class RateLimit {

    /** After Quarkus has made the identity available (200), before a body is taken. */
    static final int PRIORITY = 60;

    private static final String NOBODY = "";
    private static final String PERSON = "person of a request";
    private static final String SESSION_COOKIE = "q_session";

    @ConfigMapping(prefix = "gateway.rate")
    interface Allowance {

        /** Requests a minute of one person, or by one link that shows something. */
        @WithDefault("600")
        long person();

        /** Of them at once. */
        @WithDefault("200")
        long personBurst();

        /** Requests a minute of all visitors of one network: a school, a mobile operator's exit. */
        @WithDefault("3000")
        long network();

        /** Of them at once. */
        @WithDefault("1000")
        long networkBurst();

        /** Pages for everybody that one network may look at a minute. */
        @WithDefault("12000")
        long pages();

        /** Of them at once. */
        @WithDefault("4000")
        long pagesBurst();
    }

    @Inject
    Allowance allowance;

    @Inject
    Failures failures;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder().maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10)).build();

    /** Who a verified token is of, so that its signature is checked once a minute and not at every request. */
    private final Cache<String, String> subjects = Caffeine.newBuilder().maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(1)).build();

    /** Links that have opened something. */
    private final Cache<String, Boolean> links = Caffeine.newBuilder().maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(1)).build();

    void install(@Observes Filters filters) {
        filters.register(this::count, PRIORITY);
    }

    /** The person whose verified token or session a request carries; null for a visitor's. */
    static String personOf(RoutingContext exchange) {
        String person = exchange.get(PERSON, NOBODY);
        return person.equals(NOBODY) ? null : person;
    }

    private void count(RoutingContext exchange) {
        String path = exchange.request().path();
        if (path.startsWith("/q/") || path.startsWith("/assets/")) {
            exchange.next();
            return;
        }
        withSubject(exchange, subject -> {
            exchange.put(PERSON, subject);
            int wait = subject.equals(NOBODY)
                    ? takeForVisitor(exchange)
                    : take("person " + subject, allowance.person(), allowance.personBurst());
            if (wait == 0) {
                exchange.next();
            } else {
                failures.answer(exchange, 429, "too-many", wait, wait);
            }
        });
    }

    private int takeForVisitor(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        String network = network(request.remoteAddress());
        if (isLink(request)) {
            if (links.getIfPresent(request.path()) != null) {
                return take("link " + request.path(), allowance.person(), allowance.personBurst());
            }
            exchange.addEndHandler(done -> learn(exchange));
        }
        return isPageForEverybody(request)
                ? take("pages " + network, allowance.pages(), allowance.pagesBurst())
                : take("network " + network, allowance.network(), allowance.networkBurst());
    }

    private void learn(RoutingContext exchange) {
        if (exchange.response().getStatusCode() == 200) {
            links.put(exchange.request().path(), true);
        }
    }

    /** What is shown to whoever has its address: a donation, by the code the donor was given. */
    private static boolean isLink(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET) && request.path().startsWith("/api/v1/donations/");
    }

    private static boolean isPageForEverybody(HttpServerRequest request) {
        return (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
                && !Address.isApi(request.path()) && !Address.isPrivate(request.path());
    }

    /** Seconds to wait, or 0 to go on. */
    private int take(String key, long aMinute, long atOnce) {
        ConsumptionProbe probe = buckets.get(key, first -> bucket(aMinute, atOnce)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : (int) Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
    }

    private void withSubject(RoutingContext exchange, Consumer<String> then) {
        HttpServerRequest request = exchange.request();
        String bearer = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (bearer != null && Address.isApi(request.path())) {
            withSubjectOf(bearer, exchange, then);
        } else if (request.cookies().stream().anyMatch(cookie -> cookie.getName().startsWith(SESSION_COOKIE))) {
            prove(exchange, QuarkusHttpUser.getSecurityIdentity(exchange, null), then);
        } else {
            then.accept(NOBODY);
        }
    }

    private void withSubjectOf(String bearer, RoutingContext exchange, Consumer<String> then) {
        String known = subjects.getIfPresent(bearer);
        if (known != null) {
            then.accept(known);
            return;
        }
        HttpAuthenticator authenticator = exchange.get(HttpAuthenticator.class.getName());
        prove(exchange, authenticator.attemptAuthentication(exchange), subject -> {
            if (!subject.equals(NOBODY)) { // who makes tokens up fills no memory with them
                subjects.put(bearer, subject);
            }
            then.accept(subject);
        });
    }

    /** A failure is nobody's here; the resource meets the same one again and answers it. */
    private static void prove(RoutingContext exchange, Uni<SecurityIdentity> identity, Consumer<String> then) {
        Context here = Vertx.currentContext();
        BiConsumer<RoutingContext, Throwable> answering = exchange.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        exchange.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, (BiConsumer<RoutingContext, Throwable>) (asked, failure) -> {
        });
        exchange.request().pause();
        identity.map(RateLimit::subject).onFailure().recoverWithItem(NOBODY).subscribe()
                .with(subject -> here.runOnContext(back -> {
                    exchange.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, answering);
                    then.accept(subject);
                }));
    }

    private static String subject(SecurityIdentity identity) {
        return identity == null || identity.isAnonymous() ? NOBODY : identity.getPrincipal().getName();
    }

    private static Bucket bucket(long aMinute, long atOnce) {
        return Bucket.builder().addLimit(limit -> limit.capacity(atOnce).refillGreedy(aMinute, Duration.ofMinutes(1))).build();
    }

    static String network(SocketAddress caller) {
        if (caller == null || caller.hostAddress() == null) {
            return "unknown";
        }
        try {
            // the address is a literal: nothing is looked up
            byte[] address = InetAddress.getByName(caller.hostAddress()).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(address, address.length == 4 ? 3 : 7));
        } catch (UnknownHostException notAnAddress) {
            return "unknown";
        }
    }
}
