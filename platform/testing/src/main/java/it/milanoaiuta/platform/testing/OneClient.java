package it.milanoaiuta.platform.testing;

import org.apache.http.client.HttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;

import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;

/**
 * REST Assured makes a client of its own for each request, which costs more than most requests do. A module's tests share one, also
 * for requests of the same moment.
 */
public final class OneClient {

    private static final int MOST_AT_ONCE = 64;

    private OneClient() {}

    /** From here on, for all tests of this JVM. */
    public static void forAllRequests() {
        RestAssured.config = RestAssured.config().httpClient(
                HttpClientConfig.httpClientConfig().reuseHttpClientInstance().httpClientFactory(OneClient::client));
    }

    // both are deprecated, and the only kind that REST Assured takes
    @SuppressWarnings("deprecation")
    private static HttpClient client() {
        PoolingClientConnectionManager connections = new PoolingClientConnectionManager();
        connections.setMaxTotal(MOST_AT_ONCE);
        connections.setDefaultMaxPerRoute(MOST_AT_ONCE);
        return new DefaultHttpClient(connections);
    }
}
