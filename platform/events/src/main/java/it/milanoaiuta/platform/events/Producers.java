package it.milanoaiuta.platform.events;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.oidc.client.OidcClients;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import it.milanoaiuta.platform.events.stream.DeliveryConfig;

/** Clients of the other services this one may ask, with the token of its OIDC client <code>delivery</code>. */
@ApplicationScoped
public class Producers {

    private static final Duration FOR_A_PERSON = Duration.ofSeconds(5);

    @Inject
    DeliveryConfig config;

    @Inject
    OidcClients tokens;

    /**
     * A part of another service's <code>/internal</code>, for what cannot wait for an event; a person waits for the answer, so
     * it has 5 s.
     *
     * @param api an interface that is registered as a REST client
     * @return empty when the service's configuration does not name the other
     */
    public <T> Optional<T> of(String source, Class<T> api) {
        return of(source, api, FOR_A_PERSON);
    }

    /**
     * The same for who has more patience, or less.
     *
     * @param patience until a request is given up
     */
    public <T> Optional<T> of(String source, Class<T> api, Duration patience) {
        return Optional.ofNullable(config.producers().get(source)).map(producer -> at(producer.url(), api, patience));
    }

    /** The same at an address. */
    public <T> T at(String url, Class<T> api, Duration patience) {
        return QuarkusRestClientBuilder.newBuilder().baseUri(URI.create(url))
                .connectTimeout(2, TimeUnit.SECONDS).readTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .register(new ServiceToken()).build(api);
    }

    private class ServiceToken implements ClientRequestFilter {

        @Override
        public void filter(ClientRequestContext request) {
            String token = tokens.getClient("delivery").getTokens().await().indefinitely().getAccessToken();
            request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
    }
}
