package it.milanoaiuta.delivery;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.oidc.client.OidcClients;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;

/** Clients of the producers this service may ask, with the token of its OIDC client <code>delivery</code>. */
@ApplicationScoped
class Producers {

    @Inject
    DeliveryConfig config;

    @Inject
    OidcClients tokens;

    private final Map<String, ProducerApi> clients = new ConcurrentHashMap<>();

    /** Empty when the service's configuration does not name the producer. */
    Optional<ProducerApi> of(String source) {
        return Optional.ofNullable(config.producers().get(source))
                .map(producer -> clients.computeIfAbsent(source, any -> client(producer.url())));
    }

    ProducerApi client(String url) {
        return QuarkusRestClientBuilder.newBuilder().baseUri(URI.create(url))
                .connectTimeout(2, TimeUnit.SECONDS).readTimeout(20, TimeUnit.SECONDS)
                .register(new ServiceToken()).build(ProducerApi.class);
    }

    private class ServiceToken implements ClientRequestFilter {

        @Override
        public void filter(ClientRequestContext request) {
            String token = tokens.getClient("delivery").getTokens().await().indefinitely().getAccessToken();
            request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
    }
}
