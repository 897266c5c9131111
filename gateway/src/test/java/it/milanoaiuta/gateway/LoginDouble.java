package it.milanoaiuta.gateway;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

/**
 * An OpenID provider that believes everybody: the authorisation address takes <code>as=</code> (a sub) beside the standard
 * parameters, or takes giulia. Tokens for tests come from <code>/token-of?sub=…&amp;roles=…&amp;seconds=…&amp;audience=…</code>. The real Keycloak is met in deploy/system-tests.
 */
public class LoginDouble implements QuarkusTestResourceLifecycleManager {

    private static final String GIULIA = "0192f000-0000-7000-8000-000000000001";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
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
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, Map.of("issuer", address,
                "authorization_endpoint", address + "/auth", "token_endpoint", address + "/token", "jwks_uri",
                address + "/keys", "end_session_endpoint", address + "/end")));
        server.createContext("/keys", exchange -> answer(exchange, Map.of("keys", List.of(key()))));
        server.createContext("/auth", this::authorise);
        server.createContext("/token", this::token);
        server.createContext("/token-of", exchange -> {
            Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
            answer(exchange, accessToken(asked.get("sub"), asked.getOrDefault("roles", ""),
                    Integer.parseInt(asked.getOrDefault("seconds", "300")),
                    asked.getOrDefault("audience", "milano-aiuta-services")));
        });
        server.createContext("/logout-token", exchange -> {
            Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
            answer(exchange, signed(claims(asked.get("sub"), 60).audience("gateway").claim("sid", asked.get("sid"))
                    .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))));
        });
        server.createContext("/end", exchange -> redirect(exchange,
                parameters(exchange.getRequestURI().getRawQuery()).get("post_logout_redirect_uri")));
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
        codes.put(code, asked);
        redirect(exchange, asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(sent.get("code"));
        if (asked == null || !asked.containsKey("code_challenge") || !sent.containsKey("code_verifier")) {
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        String sub = asked.getOrDefault("as", GIULIA);
        JwtClaimsBuilder id = claims(sub, 300).audience("gateway").claim("sid", asked.getOrDefault("sid", "sid-of-" + sub));
        answer(exchange, Map.of("access_token", accessToken(sub, asked.getOrDefault("roles", ""), 300,
                "milano-aiuta-services"), "id_token", signed(id), "token_type", "Bearer", "expires_in", 300,
                "refresh_token", UUID.randomUUID().toString()));
    }

    private String accessToken(String sub, String roles, int seconds, String audience) {
        return signed(claims(sub, seconds).audience(audience).claim("realm_access",
                Map.of("roles", List.of(roles.split(",")))));
    }

    private JwtClaimsBuilder claims(String sub, int seconds) {
        return Jwt.issuer(address).subject(sub).expiresIn(Duration.ofSeconds(seconds)).claim("jti", UUID.randomUUID());
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

    private static void answer(HttpExchange exchange, Object body) throws IOException {
        byte[] bytes = body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", URI.create(to).toString());
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }
}
