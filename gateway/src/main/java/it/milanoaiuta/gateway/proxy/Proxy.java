package it.milanoaiuta.gateway.proxy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import it.milanoaiuta.gateway.ask.Services;
import it.milanoaiuta.platform.web.http.Entrance;

/**
 * Hands <code>/api/v1/…</code> on to the service that owns the address. Headers pass by a list in, and all but a few out; what
 * a service needs to know of the caller is in the token, which it verifies itself.
 * <p>
 * Written on the HTTP client, not with vertx-http-proxy: that one lets upgrades pass around its interceptors, answers failures
 * without a body and cannot see the exchange's buffered body; what would remain of it is the copying of two header maps.
 */
@ApplicationScoped
public class Proxy {

    private static final Logger LOG = Logger.getLogger(Proxy.class);

    /** After the caller was counted and her body taken (-50), before REST (10,000). */
    private static final int ORDER = 500;

    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT,
            HttpMethod.PATCH, HttpMethod.DELETE);
    private static final String ALLOW = METHODS.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
    private static final Set<HttpMethod> MAY_BE_REPEATED = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final Set<String> PASS_IN = Set.of("accept", "accept-language", "authorization", "content-type",
            "content-length", "idempotency-key", "if-match", "if-none-match", "traceparent", "tracestate");
    private static final Set<String> STOP_OUT = Set.of("connection", "keep-alive", "proxy-authenticate", "te", "trailer",
            "transfer-encoding", "upgrade", "server", "set-cookie", "x-powered-by", "location");

    @Inject
    Vertx vertx;

    @Inject
    Services services;

    @Inject
    Failures failures;

    @Inject
    OwnAddresses own;

    @Inject
    Routes routes;

    private HttpClient client;

    void install(@Observes Router router) {
        client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) services.connectTimeout().toMillis())
                        // shorter than the services' own (75 s), so that we never write on a connection they just closed
                        .setKeepAliveTimeout(30)
                        .setDecompressionSupported(false),
                new PoolOptions().setHttp1MaxSize(services.poolSize()).setMaxWaitQueueSize(services.maxQueue()));
        router.route("/api/v1/*").order(ORDER).handler(this::route);
    }

    @PreDestroy
    void close() {
        client.close();
    }

    private void route(RoutingContext exchange) {
        String path = exchange.request().path();
        if (own.have(path)) {
            exchange.next();
            return;
        }
        String owner = services.ownerOf(path).orElse(null);
        if (owner == null) {
            failures.answer(exchange, 404, "not-found", 0);
        } else if (!METHODS.contains(exchange.request().method())) {
            exchange.response().putHeader(HttpHeaders.ALLOW, ALLOW);
            failures.answer(exchange, 405, "status-405", 0);
        } else {
            Entrance.nameRoute(exchange, routes.of(path));
            new Passage(exchange, owner, services.services().get(owner).url()).begin();
        }
    }

    /** One request on its way. */
    private final class Passage {

        private final RoutingContext exchange;
        private final HttpServerRequest request;
        private final String service;
        private final RequestOptions target;
        private final Buffer body;
        private long timer;
        private HttpClientRequest out;
        private boolean tooLong;
        private boolean repeated;

        Passage(RoutingContext exchange, String service, URI url) {
            this.exchange = exchange;
            this.request = exchange.request();
            this.service = service;
            this.body = exchange.body().buffer();
            this.target = new RequestOptions().setHost(url.getHost()).setPort(url.getPort())
                    .setMethod(request.method())
                    .setURI(request.query() == null ? request.path() : request.path() + "?" + request.query())
                    .setConnectTimeout(services.connectTimeout().toMillis())
                    .setIdleTimeout(services.idleTimeout().toMillis());
        }

        void begin() {
            exchange.addEndHandler(ended -> {
                vertx.cancelTimer(timer);
                if (ended.failed()) {
                    reset();
                }
            });
            timer = vertx.setTimer(services.timeLimit().toMillis(), elapsed -> giveUp());
            send().recover(this::onceMore).onSuccess(this::answer).onFailure(this::fail);
        }

        private Future<HttpClientResponse> send() {
            return client.request(target).compose(out -> {
                this.out = out;
                request.headers().forEach((name, value) -> {
                    if (PASS_IN.contains(name.toLowerCase(Locale.ROOT))) {
                        out.headers().add(name, value);
                    }
                });
                return body == null ? out.send() : out.send(body);
            });
        }

        /** A pooled connection may die under a request. What changes something is never repeated from here. */
        private Future<HttpClientResponse> onceMore(Throwable failure) {
            boolean lostOnTheWay = failure instanceof HttpClosedException
                    || failure instanceof IOException && !(failure instanceof ConnectException);
            if (repeated || tooLong || body != null || !lostOnTheWay || !MAY_BE_REPEATED.contains(request.method())) {
                return Future.failedFuture(failure);
            }
            repeated = true;
            return send();
        }

        private void answer(HttpClientResponse in) {
            HttpServerResponse response = request.response();
            response.setStatusCode(in.statusCode());
            if (in.headers().contains(HttpHeaders.CACHE_CONTROL)) {
                response.headers().remove(HttpHeaders.CACHE_CONTROL);
            }
            in.headers().forEach((name, value) -> {
                if (!STOP_OUT.contains(name.toLowerCase(Locale.ROOT))) {
                    response.headers().add(name, value);
                }
            });
            response.setChunked(!response.headers().contains(HttpHeaders.CONTENT_LENGTH) && mayHaveBody(in.statusCode()));
            String location = in.getHeader(HttpHeaders.LOCATION);
            if (location != null) {
                response.putHeader(HttpHeaders.LOCATION, withoutOrigin(location));
            }
            Compression.decide(response);
            // ended on failure, half an answer would look whole
            in.pipe().endOnFailure(false).to(response).onFailure(brokeOff -> {
                if (!response.closed()) {
                    LOG.warnf("%s broke off an answer: %s", service, brokeOff);
                    request.connection().close();
                }
            });
        }

        private boolean mayHaveBody(int status) {
            return request.method() != HttpMethod.HEAD && status != 204 && status != 304;
        }

        private void fail(Throwable failure) {
            if (request.response().closed()) {
                return;
            }
            LOG.warnf("%s did not answer: %s", service, failure);
            if (tooLong || failure instanceof TimeoutException && out != null) {
                failures.answer(exchange, 504, "part-slow", 2, service);
            } else if (failure instanceof ConnectionPoolTooBusyException || failure instanceof TimeoutException) {
                failures.answer(exchange, 503, "part-busy", 2, service);
            } else {
                failures.answer(exchange, 502, "part-down", 2, service);
            }
        }

        private void giveUp() {
            tooLong = true;
            if (request.response().headWritten()) {
                request.connection().close();
            }
            reset();
        }

        private void reset() {
            if (out != null) {
                out.reset();
            }
        }

        /** A service knows itself by another name than the caller knows us. */
        private static String withoutOrigin(String location) {
            URI uri = URI.create(location);
            return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        }
    }
}
