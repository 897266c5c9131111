package it.milanoaiuta.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Keycloak's pages as a browser without a script walks through them; it stops at the gateway's door. */
final class LoginForms {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /** Of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    /** What differs from one visit to the next, whoever comes. */
    private static final Pattern OF_THE_VISIT = Pattern
            .compile("(session_code|tab_id|client_data|execution|key)=[^&\"]*|(\"[A-Za-z]*[sS]essionHash\": \")[^\"]*"
                    + "|(challenge *: \")[^\"]*");

    private final City city;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String loginPage;
    private URI at;
    private String location = "";

    LoginForms(City city, String language) throws IOException, InterruptedException {
        this.city = city;
        this.loginPage = page(request(city.issuer() + "/protocol/openid-connect/auth?response_type=code&scope=openid"
                + "&client_id=gateway&code_challenge_method=S256&state=s&code_challenge=" + CHALLENGE + "&redirect_uri="
                + city.gateway() + "/app/signed-in&ui_locales=" + language).GET());
    }

    String signIn(String address, String password) throws IOException, InterruptedException {
        return submit(loginPage, "kc-form-login", Map.of("username", address, "password", password), address);
    }

    String register(String address) throws IOException, InterruptedException {
        String form = page(request(link(loginPage, "/registration?")).GET());
        return submit(form, "kc-register-form", Map.of("email", address), address);
    }

    String forget(String address) throws IOException, InterruptedException {
        String form = page(request(link(loginPage, "/reset-credentials?")).GET());
        return submit(form, "kc-reset-password-form", Map.of("username", address), address);
    }

    /** From the link of the mail to a password, with which somebody is signed in. */
    void proveAndChoose(String link, String password) throws IOException, InterruptedException {
        submit(page(request(link).GET()), "kc-passwd-update-form",
                Map.of("password-new", password, "password-confirm", password), password);
    }

    /** Where it was sent last. */
    String location() {
        return location;
    }

    JsonNode tokens() throws IOException, InterruptedException {
        String code = location.replaceFirst(".*[?&]code=([^&]*).*", "$1");
        return asked(city, "/token", Map.of("grant_type", "authorization_code", "client_id", "gateway", "client_secret",
                city.parts().secretOf("gateway"), "code", code, "code_verifier", VERIFIER, "redirect_uri",
                city.gateway() + "/app/signed-in"));
    }

    static boolean isLive(City city, String token) throws IOException, InterruptedException {
        return asked(city, "/token/introspect",
                Map.of("client_id", "gateway", "client_secret", city.parts().secretOf("gateway"),
                        "token", token))
                .path("active").asBoolean();
    }

    private static JsonNode asked(City city, String what, Map<String, String> fields)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create(city.issuer() + "/protocol/openid-connect" + what));
        return JSON.readTree(HTTP.send(form(request, fields).build(), HttpResponse.BodyHandlers.ofString()).body());
    }

    static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    /** The whole answer, but for what was typed and what every visit has for itself. */
    private String submit(String page, String id, Map<String, String> fields, String typed)
            throws IOException, InterruptedException {
        Matcher action = Pattern.compile("<form id=\"" + id + "\"[^>]* action=\"([^\"]*)\"").matcher(page);
        if (!action.find()) {
            throw new IllegalStateException("No " + id + " in " + page);
        }
        String answer = page(form(request(action.group(1).replace("&amp;", "&")), fields));
        return OF_THE_VISIT.matcher(answer.replace(typed, "TYPED")).replaceAll("$1$2$3VISIT") + "\ncookies "
                + String.join(" ", cookies.keySet());
    }

    private static String link(String page, String part) {
        Matcher link = Pattern.compile("href=\"([^\"]*" + Pattern.quote(part) + "[^\"]*)\"").matcher(page);
        if (!link.find()) {
            throw new IllegalStateException("No link to " + part + " in " + page);
        }
        return link.group(1).replace("&amp;", "&");
    }

    private HttpRequest.Builder request(String uri) {
        return HttpRequest.newBuilder(at == null ? URI.create(uri) : at.resolve(uri)).header("Accept", "text/html");
    }

    private static HttpRequest.Builder form(HttpRequest.Builder request, Map<String, String> fields) {
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))));
    }

    /** What is shown in the end; the page's status is its first line. */
    private String page(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request);
        for (int hops = 0; hops < 10 && answer.headers().firstValue("location").isPresent(); hops++) {
            location = answer.headers().firstValue("location").get();
            if (location.startsWith(city.gateway())) {
                break;
            }
            answer = send(request(location).GET());
        }
        return answer.statusCode() + "\n" + answer.body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        at = answer.uri();
        for (String set : answer.headers().allValues("set-cookie")) {
            String[] cookie = set.split(";", 2)[0].split("=", 2);
            cookies.put(cookie[0], cookie[1]);
        }
        return answer;
    }
}
