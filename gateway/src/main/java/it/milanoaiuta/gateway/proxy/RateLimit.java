package it.milanoaiuta.gateway.proxy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
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
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import it.milanoaiuta.gateway.Failures;

/**
 * How often one caller may ask: a person by her verified <code>sub</code>, wherever she is, else her network (/24 of IPv4, /56 of
 * IPv6). A code or link in an address is no key: whoever guesses codes would get a fresh allowance with every guess.
 */
@ApplicationScoped
public class RateLimit {

    /** After Quarkus has made the identity available (200), before anything is done. */
    private static final int PRIORITY = 50;

    private static final String NOBODY = "";

    @ConfigMapping(prefix = "gateway.rate")
    interface Allowance {

        /** Requests of one person a minute. */
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
    }

    @Inject
    Allowance allowance;

    @Inject
    Failures failures;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder().maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10)).build();

    /** Who a token is of, so that its signature is checked once a minute and not at every request. */
    private final Cache<String, String> subjects = Caffeine.newBuilder().maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(1)).build();

    void install(@Observes Filters filters) {
        filters.register(this::count, PRIORITY);
    }

    private void count(RoutingContext exchange) {
        String path = exchange.request().path();
        if (path.startsWith("/q/") || path.startsWith("/assets/")) {
            exchange.next();
            return;
        }
        withSubject(exchange, subject -> {
            int wait = subject.equals(NOBODY) ? takeForNetwork(exchange.request().remoteAddress()) : takeForPerson(subject);
            if (wait == 0) {
                exchange.next();
            } else {
                failures.answer(exchange, 429, "too-many", wait, wait);
            }
        });
    }

    /** Takes one request of a person; seconds to wait, or 0 when she may go on. */
    public int takeForPerson(String subject) {
        return take(subject, allowance.person(), allowance.personBurst());
    }

    private int takeForNetwork(SocketAddress caller) {
        return take(network(caller), allowance.network(), allowance.networkBurst());
    }

    private int take(String key, long aMinute, long atOnce) {
        ConsumptionProbe probe = buckets.get(key, first -> bucket(aMinute, atOnce)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : (int) Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
    }

    /** Only of a bearer: a page's session is known after its own login, in the resource's filter. */
    private void withSubject(RoutingContext exchange, Consumer<String> then) {
        HttpServerRequest request = exchange.request();
        String bearer = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (bearer == null || !request.path().startsWith("/api/")) {
            then.accept(NOBODY);
            return;
        }
        String known = subjects.getIfPresent(bearer);
        if (known != null) {
            then.accept(known);
            return;
        }
        request.pause();
        HttpAuthenticator authenticator = exchange.get(HttpAuthenticator.class.getName());
        authenticator.attemptAuthentication(exchange).map(RateLimit::subject).onFailure().recoverWithItem(NOBODY)
                .subscribe().with(subject -> {
                    subjects.put(bearer, subject);
                    request.resume();
                    then.accept(subject);
                });
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
