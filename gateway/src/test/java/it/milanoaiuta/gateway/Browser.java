package it.milanoaiuta.gateway;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A browser without a script: keeps cookies, sends Fetch Metadata, follows redirects and, at the login, says who it is. As
 * browsers do, it sends secure cookies to this machine without TLS.
 */
public final class Browser {

    private final CookieManager cookies = new CookieManager() {
        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            headers.getOrDefault("set-cookie", List.of()).forEach(setCookies::add);
            super.put(uri, headers);
            getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        }
    };
    private final List<String> setCookies = new ArrayList<>();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private final URI address;
    private final String person;
    private final int seconds;

    /** @param person the sub she signs in with */
    public Browser(URI address, String person) {
        this(address, person, 300);
    }

    /** @param seconds after which her tokens have to be renewed */
    public Browser(URI address, String person, int seconds) {
        this.address = address;
        this.person = person;
        this.seconds = seconds;
    }

    public String person() {
        return person;
    }

    /** The headers by which cookies were set. */
    public List<String> setCookies() {
        return setCookies;
    }

    public CookieManager cookies() {
        return cookies;
    }

    /** The header by which she shows her cookies. */
    public String cookie() {
        return cookies.getCookieStore().getCookies().stream().map(one -> one.getName() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
    }

    public HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return follow(request(address.resolve(path)).GET());
    }

    public HttpResponse<String> send(String path, Map<String, String> form) throws IOException, InterruptedException {
        return follow(request(address.resolve(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin").POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
    }

    /** One answer as it comes, redirects not followed. */
    public HttpResponse<String> once(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).header("Accept", "text/html").header("Accept-Language", "it");
    }

    private HttpResponse<String> follow(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = once(request);
        for (int hops = 0; hops < 10 && response.headers().firstValue("Location").isPresent(); hops++) {
            URI next = response.uri().resolve(response.headers().firstValue("Location").get());
            if (next.getPath().equals("/auth")) {
                next = URI.create(next + "&as=" + person + "&seconds=" + seconds);
            }
            response = once(request(next).GET());
        }
        return response;
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream().map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}
