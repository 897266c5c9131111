package it.milanoaiuta.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the realm puts into a token, for whom, and who gets none. */
class TokensTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final City city = City.running();

    @Test
    void the_demo_people_have_their_fixed_ids_and_roles() throws Exception {
        assertThat(claimsOf("giulia").path("sub").asText()).isEqualTo("0192f000-0000-7000-8000-000000000001");
        assertThat(claimsOf("giulia").path("realm_access").isMissingNode()).isTrue();
        assertThat(JSON.convertValue(claimsOf("luca").at("/realm_access/roles"), List.class)).isEqualTo(List.of("operator"));
        assertThat(JSON.convertValue(claimsOf("elena").at("/realm_access/roles"), List.class))
                .isEqualTo(List.of("coordinator"));
    }

    @Test
    void an_access_token_is_for_our_services_and_says_nothing_of_the_person() throws Exception {
        JsonNode claims = claimsOf("anna");
        assertThat(claims.path("aud").asText()).isEqualTo("milano-aiuta-services");
        assertThat(claims.path("iss").asText()).isEqualTo(city.issuer());
        assertThat(claims.has("email") || claims.has("preferred_username") || claims.has("name")).isFalse();
    }

    @Test
    void a_service_has_the_role_service_and_a_person_cannot_be_one() throws Exception {
        JsonNode answer = token("grant_type=client_credentials&client_id=food-hub-service&client_secret="
                + city.parts().secretOf("food-hub-service"));
        assertThat(claims(answer).at("/realm_access/roles/0").asText()).isEqualTo("service");
    }

    @Test
    void the_gateway_logs_in_by_code_only() throws Exception {
        assertThat(token("grant_type=password&client_id=gateway&client_secret=" + city.parts().secretOf("gateway")
                + "&username=giulia&password=demo").path("error").asText()).isEqualTo("unauthorized_client");
    }

    @Test
    void a_login_without_pkce_is_refused() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(city.issuer()
                + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id=gateway&redirect_uri="
                + city.gateway() + "/app/home")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("location").orElse("")).contains("error=invalid_request");
    }

    private JsonNode claimsOf(String person) throws IOException, InterruptedException {
        return claims(token("grant_type=password&client_id=demo-cli&username=" + person + "&password=demo"));
    }

    private static JsonNode claims(JsonNode answer) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(answer.path("access_token").asText().split("\\.")[1]));
    }

    private JsonNode token(String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(city.issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return JSON.readTree(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
