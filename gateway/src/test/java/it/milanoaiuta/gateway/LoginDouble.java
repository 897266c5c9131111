package it.milanoaiuta.gateway;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

/**
 * An OpenID provider that believes everybody: the authorisation address takes <code>as=</code> (a sub), <code>sid=</code> and
 * <code>seconds=</code> (of each token) beside the standard parameters, or takes giulia. A session is renewed until it is signed
 * out, or ended by <code>/ends?sid=…</code>; after <code>/breaks?sid=…&amp;how=…</code> nothing can be asked about it. Tokens for
 * tests come from <code>/token-of?sub=…&amp;roles=…&amp;seconds=…&amp;audience=…</code>. What it answers is what Keycloak does;
 * Keycloak itself is met in deploy/system-tests.
 */
public class LoginDouble implements QuarkusTestResourceLifecycleManager {

    private static final String GIULIA = "0192f000-0000-7000-8000-000000000001";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a login was asked for: by its code, then by its refresh token. */
    private final Map<String, Map<String, String>> logins = new ConcurrentHashMap<>();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Map<String, String> broken = new ConcurrentHashMap<>();
    private KeyPair keys;
    private HttpServer server;
    private String address;

    @Override
    public Map<String, String> start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException(e);
        }
        address = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, Map.of("issuer", address,
                "authorization_endpoint", address + "/auth", "token_endpoint", address + "/token", "jwks_uri",
                address + "/keys", "end_session_endpoint", address + "/end", "introspection_endpoint",
                address + "/introspect", "userinfo_endpoint", address + "/who")));
        server.createContext("/keys", exchange -> answer(exchange, 200, Map.of("keys", List.of(key()))));
        server.createContext("/auth", this::authorise);
        server.createContext("/token", this::token);
        server.createContext("/token-of", exchange -> {
            Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
            answer(exchange, 200, accessToken(asked.get("sub"), UUID.randomUUID().toString(), asked.getOrDefault("roles", ""),
                    Integer.parseInt(asked.getOrDefault("seconds", "300")),
                    Set.of(asked.getOrDefault("audience", "milano-aiuta-services"))));
        });
        server.createContext("/introspect", this::introspect);
        server.createContext("/who", this::who);
        server.createContext("/ends", exchange -> {
            ended.add(parameters(exchange.getRequestURI().getRawQuery()).get("sid"));
            answer(exchange, 200, "");
        });
        server.createContext("/breaks", exchange -> {
            Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
            broken.put(asked.get("sid"), asked.get("how"));
            answer(exchange, 200, "");
        });
        server.createContext("/end", exchange -> {
            Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
            ended.add(claims(asked.get("id_token_hint")).path("sid").asText());
            redirect(exchange, asked.get("post_logout_redirect_uri"));
        });
        server.start();
        return Map.of("quarkus.oidc.auth-server-url", address, "quarkus.oidc.credentials.secret", "secret-of-the-test",
                "quarkus.oidc.token-state-manager.encryption-secret", "thirty-two-characters-and-a-few-more", "login.double",
                address);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void authorise(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        logins.put(code, asked);
        redirect(exchange, asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> login = sent.containsKey("code")
                ? logins.remove(sent.get("code"))
                : logins.get(sent.getOrDefault("refresh_token", ""));
        if (login != null && isBroken(login, exchange)) {
            return;
        }
        if (login == null || ended.contains(sidOf(login)) || sent.containsKey("code") && !isProven(login, sent)) {
            answer(exchange, 400, Map.of("error", "invalid_grant", "error_description", "Session not active"));
            return;
        }
        String refresh = UUID.randomUUID().toString();
        logins.put(refresh, login);
        int seconds = Integer.parseInt(login.getOrDefault("seconds", "300"));
        answer(exchange, 200, Map.of("access_token",
                accessToken(subOf(login), sidOf(login), login.getOrDefault("roles", ""), seconds,
                        Set.of("milano-aiuta-services", "gateway")),
                "id_token", signed(claims(subOf(login), seconds).audience("gateway").claim("sid", sidOf(login))), "token_type",
                "Bearer", "expires_in", seconds, "refresh_token", refresh));
    }

    /** Whoever brings the code is who asked for it, and comes back to the same address. */
    private static boolean isProven(Map<String, String> login, Map<String, String> sent) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(sent.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).equals(login.get("code_challenge"))
                    && login.get("redirect_uri").equals(sent.get("redirect_uri"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void introspect(HttpExchange exchange) throws IOException {
        Map<String, String> sent = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        JsonNode claims = claims(sent.get("token"));
        String sid = claims.path("sid").asText();
        if (!isBroken(Map.of("sid", sid), exchange)) {
            answer(exchange, 200, Map.of("active", !ended.contains(sid) && !"by calling it dead".equals(broken.get(sid))
                    && claims.path("aud").toString().contains("gateway")));
        }
    }

    private void who(HttpExchange exchange) throws IOException {
        JsonNode claims = claims(exchange.getRequestHeaders().getFirst("Authorization"));
        if (ended.contains(claims.path("sid").asText())) {
            answer(exchange, 401, Map.of("error", "invalid_token"));
        } else {
            answer(exchange, 200, Map.of("sub", claims.path("sub").asText()));
        }
    }

    /** Breaks off, or answers that something inside went wrong, as Keycloak does while its database is away. */
    private boolean isBroken(Map<String, String> login, HttpExchange exchange) throws IOException {
        String how = broken.get(sidOf(login));
        if ("by breaking off".equals(how)) {
            exchange.close();
        } else if ("with 500".equals(how)) {
            answer(exchange, 500, Map.of("error", "unknown_error"));
        } else {
            return false;
        }
        return true;
    }

    private static String subOf(Map<String, String> login) {
        return login.getOrDefault("as", GIULIA);
    }

    private static String sidOf(Map<String, String> login) {
        return login.getOrDefault("sid", "sid-of-" + subOf(login));
    }

    private String accessToken(String sub, String sid, String roles, int seconds, Set<String> audience) {
        JwtClaimsBuilder claims = claims(sub, seconds).audience(audience).claim("sid", sid);
        // without roles Keycloak leaves the claim out
        return signed(roles.isEmpty()
                ? claims
                : claims.claim("realm_access", Map.of("roles", List.of(roles.split(",")))));
    }

    private JwtClaimsBuilder claims(String sub, int seconds) {
        return Jwt.issuer(address).subject(sub).expiresIn(Duration.ofSeconds(seconds)).claim("jti", UUID.randomUUID());
    }

    private static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private String signed(JwtClaimsBuilder claims) {
        return claims.jws().keyId("test").sign(keys.getPrivate());
    }

    private Map<String, Object> key() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return Map.of("kty", "RSA", "alg", "RS256", "use", "sig", "kid", "test", "n", encoded(key.getModulus()), "e",
                encoded(key.getPublicExponent()));
    }

    private static String encoded(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static Map<String, String> parameters(String form) {
        return Arrays.stream((form == null ? "" : form).split("&")).filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2)).collect(Collectors.toMap(pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (first, second) -> second));
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", URI.create(to).toString());
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }
}
