package it.milanoaiuta.platform.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;

@QuarkusTest
@QuarkusTestResource(Issuer.class)
class ConventionsTest {

    private static final String SHELF = """
            {"name": "A", "lines": [{"quantity": "1.5", "unit": "KG"}]}""";
    private static final String ID = "0192f000-0000-7000-8000-000000000001";

    @TestHTTPResource("/")
    URI address;

    // --- values --------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"1.50, 1.50", "'\"1.50\"', 1.50", "1e3, 1000", "'\"0.000000001\"', 0.000000001", "7, 7"})
    void a_decimal_is_read_from_text_or_number_and_written_as_plain_text(String written, String read) {
        post(SHELF.replace("\"1.5\"", written)).statusCode(200).body("lines[0].quantity", equalTo(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000", "\"1e1000000\"", "1e-1000000", "\"1e-2147483647\"", "1e99999999999", "\"NaN\"",
            "\"1,5\"", "\"0x1\"", "1234567890123456789", "0.0000000001", "true", "[1]", "\"\"", "\" 1\""})
    @Timeout(5)
    void a_decimal_without_measure_is_refused_at_once(String written) {
        post(SHELF.replace("\"1.5\"", written)).statusCode(400)
                .body("violations.field", is(List.of("lines[0].quantity")));
    }

    @ParameterizedTest
    @CsvSource({"since, 2026-03-29T02:30:00+02:00, 2026-03-29T00:30:00Z",
            "since, 2026-03-29T00:30:00.123456789Z, 2026-03-29T00:30:00.123456Z",
            "day, 2026-02-28, 2026-02-28"})
    void times_are_read_in_any_offset_and_written_in_utc(String field, String written, String read) {
        post(with(field, '"' + written + '"')).statusCode(200).body(field, equalTo(read));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"since | 1774744200", "since | \"2026-03-29\"", "since | \"2026-03-29T10:00:00\"",
            "since | \"+999999999-12-31T23:59:59Z\"", "day | \"+999999999-01-01\"", "day | \"2026-02-30\"", "day | [2026,1,1]",
            "name | 7", "name | \"a\\u0000b\"", "name | \"\\ud800\"", "floor | 1.5", "floor | 99999999999", "floor | \"one\""})
    void a_value_the_database_could_not_keep_is_refused_by_name(String field, String written) {
        post(with(field, written)).statusCode(400).body("violations.field", is(List.of(field)))
                .body("violations.message", everyItem(not(emptyOrNullString())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u200b", "\n", "\u202e", "\u3164", " \u2060 ", ""})
    void what_nobody_can_see_is_no_name(String written) {
        post(with("name", json(written))).statusCode(400).body("violations.field", is(List.of("name")));
        post(with("labels", "[" + json(written) + "]")).statusCode(400).body("violations.field", is(List.of("labels[0]")));
        post(with("about", json(written))).statusCode(200).body("about", nullValue());
    }

    @Test
    void text_is_read_in_one_form_in_bodies_addresses_and_forms() {
        String written = " Caffe\u0301\u00a0\u202e  di\r\nAnna\u200b ";
        post(with("name", json(written))).statusCode(200).body("name", equalTo("Caffé di Anna"));
        post(with("labels", "[" + json(written) + "]")).body("labels", is(List.of("Caffé di Anna")));
        post(with("title", "{\"it\": " + json("\ttwo\n") + "}")).body("title.it", equalTo("two"));
        post(with("about", json(written))).body("about", equalTo("Caffé di\nAnna"));
        given().queryParam("text", written).header("Said", "as  it is").get("/api/v1/shelves/said").then().statusCode(200)
                .body("$", is(List.of("Caffé di Anna", "as  it is")));
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("text", written)
                .post("/api/v1/shelves/said").then().statusCode(200)
                .body(equalTo("Caffé di Anna"));
    }

    @Test
    void a_mistyped_code_is_told_in_a_sentence() {
        given().get("/api/v1/shelves/coded/{code}", "ma 7k3f–9qx2").then().statusCode(200).body(equalTo("MA-7K3F-9QX2"));
        for (String wrong : new String[]{"MA-7K3F-9QX3", " ", "7K3F"}) {
            given().get("/api/v1/shelves/coded/{code}", wrong).then().statusCode(400)
                    .body("type", equalTo("/problems/mistyped")).body("detail", containsString("eight characters"))
                    .body("violations.field", is(List.of("code")));
        }
    }

    @Test
    void the_clock_shows_the_citys_day_and_no_more_than_microseconds() {
        given().get("/api/v1/shelves/now").then().statusCode(200)
                .body(matchesPattern(
                        "\"" + LocalDate.now(ZoneOffset.UTC) + "T\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z\""));
    }

    // --- bodies --------------------------------------------------------------------------------------------------------

    @Test
    void every_wrong_field_is_named_the_way_the_caller_wrote_it() {
        post("""
                {"name": " ", "title": {"it": "too long"}, "lines": [{"quantity": 1, "unit": "KG"}, {"quantity": -1}, null]}""")
                .statusCode(400).contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problems/invalid"))
                .body("violations.field", is(List.of("lines[1].quantity", "lines[1].unit", "lines[2]", "name",
                        "title[it]")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"name\": \"A\", \"lines\": [{\"quantity\": 1, \"unit\": \"TON\"}]} | lines[0].unit",
            "{\"name\": \"A\", \"lines\": [{\"quantity\": 1, \"unit\": 0}]} | lines[0].unit",
            "{\"name\": \"A\", \"lines\": {\"quantity\": 1}} | lines",
            "{\"name\": \"A\", \"colour\": \"red\", \"lines\": []} | colour",
            "{\"name\": \"A\", \"lines\": [{\"quantity\": 1, \"unit\": \"KG\", \"price\": 3}]} | lines[0].price",
            "{\"name\": {}, \"lines\": []} | name"})
    void a_field_of_the_wrong_type_or_name_is_named(String body, String field) {
        post(body).statusCode(400).body("violations.field", is(List.of(field)));
    }

    @Test
    void a_field_of_codes_says_which_it_takes() {
        post("{\"name\": \"A\", \"lines\": [{\"quantity\": 1, \"unit\": \"TON\"}]}").statusCode(400)
                .body("violations.message", is(List.of("Write one of KG, PIECE.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "[]", "\"x\"", "{\"name\": \"A\", \"name\": \"B\", \"lines\": []}",
            "{\"name\": \"A\", \"lines\": []} tail", "{\"lines\": [{\"quantity\": }]}", "{\"name\": \"A", "\u0000"})
    void a_malformed_body_is_a_bad_request(String body) {
        post(body).statusCode(400).contentType(Problem.MEDIA_TYPE).body("type", startsWith("/problems/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void where_there_is_no_body_no_field_is_blamed(String body) {
        post(body).statusCode(400).body("type", is("/problems/malformed-json")).body("violations", nullValue());
    }

    @Test
    void a_body_nested_without_end_is_a_bad_request() throws Exception {
        assertThat(send("[".repeat(200_000)).statusCode()).isEqualTo(400);
        assertThat(send(with("title", "{\"a\":".repeat(100_000))).statusCode()).isEqualTo(400);
    }

    /** Each element would be two refusals. */
    @Test
    void a_body_of_nothing_but_empty_elements_is_a_bad_request() throws Exception {
        HttpResponse<String> answer = send("{\"name\": \"A\", \"lines\": [" + "{},".repeat(200_000) + "{}]}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).hasSizeLessThan(2_000);
    }

    @Test
    void another_media_type_is_refused() {
        given().contentType("text/plain").body("x").post("/api/v1/shelves").then().statusCode(415)
                .contentType(Problem.MEDIA_TYPE);
        given().contentType("application/xml").body("<a/>").post("/api/v1/shelves").then().statusCode(415)
                .contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void a_body_over_the_limit_is_refused_in_both_framings() throws Exception {
        HttpResponse<String> declared = send(with("name", "\"" + "x".repeat(5 << 20) + "\""));
        assertThat(declared.statusCode()).isEqualTo(413);
        assertThat(declared.headers().firstValue("content-type")).hasValue(Problem.MEDIA_TYPE);
        assertThat(declared.body()).contains("/problems/too-large").contains("1024 KB");
        assertThat(chunked(5 << 20)).startsWith("HTTP/1.1 413").contains(Problem.MEDIA_TYPE).contains("/problems/too-large");
    }

    @Test
    void a_chunked_body_within_the_limit_is_read() throws Exception {
        assertThat(chunked(100_000)).startsWith("HTTP/1.1 400").contains("malformed-json");
    }

    // --- addresses -----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/api/v1/nowhere", "/api/v1/shelves/not-a-uuid", "/api/v1/shelves/1-1-1-1-1",
            "/api/v1/shelves/" + ID + "/nothing"})
    void an_unknown_address_or_id_is_not_found(String path) {
        given().get(path).then().statusCode(404).contentType(Problem.MEDIA_TYPE).body("type", equalTo("/problems/not-found"))
                .body("traceId", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({"day=2026-02-30, day", "day=+999999999-01-01, day", "floor=many, floor", "floor=101, floor",
            "floor=99999999999, floor", "hub=1-1-1-1-1, hub", "day=2026-01-01&hub=x, hub", "from=yesterday, from",
            "text=a%00b, text", "unit=TON, unit", "full=maybe, full", "size=x, size", "size=101, size", "ids=x, ids"})
    void a_wrong_query_parameter_is_named(String query, String field) {
        given().urlEncodingEnabled(false).get("/api/v1/shelves?" + query.replace("+", "%2B")).then().statusCode(400)
                .body("violations.field", is(List.of(field)));
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=-1, limit", "limit=101, limit", "limit=many, limit", "limit=99999999999, limit",
            "cursor=a%00b, cursor", "cursor=!, cursor", "cursor=MR8y, cursor", "cursor=eA, cursor"})
    void a_page_that_cannot_be_is_refused_by_the_parameters_name(String query, String field) {
        given().urlEncodingEnabled(false).get("/api/v1/shelves/numbers?" + query).then().statusCode(400)
                .body("type", startsWith("/problems/")).body("violations.field", is(List.of(field)))
                .body("violations.message", everyItem(not(emptyOrNullString())));
    }

    @Test
    void a_page_begins_behind_the_one_before_and_the_last_one_names_no_other() {
        JsonPath first = given().get("/api/v1/shelves/numbers").then().statusCode(200).extract().jsonPath();
        assertThat(first.getList("items", Integer.class)).hasSize(50).startsWith(1).endsWith(50);
        given().queryParam("cursor", first.getString("next")).queryParam("limit", 69).get("/api/v1/shelves/numbers").then()
                .statusCode(200).body("items", hasSize(69)).body("items[0]", is(51)).body("next", notNullValue());
        given().queryParam("cursor", first.getString("next")).queryParam("limit", 70).get("/api/v1/shelves/numbers").then()
                .body("items", hasSize(70)).body("next", nullValue());
    }

    @Test
    void another_method_is_told_which_ones_there_are() {
        given().put("/api/v1/shelves").then().statusCode(405).contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void an_unknown_format_is_not_acceptable() {
        given().accept("image/png").contentType("application/json").body(SHELF).post("/api/v1/shelves").then().statusCode(406)
                .contentType(Problem.MEDIA_TYPE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Content-Type | application/json;charset=nothing",
            "Content-Type | application/json;;;=",
            "Content-Type | /", "Content-Type | multipart/form-data", "Content-Type | multipart/form-data; boundary=x",
            "Content-Type | application/x-www-form-urlencoded;charset=nothing", "Accept | /", "Accept | a/b;q=x",
            "Accept | ;;,",
            "Accept-Language | %%%", "If-Match | ]", "traceparent | 00-x", "tracestate | =", "baggage | =;=", "Cookie | =;=",
            "Authorization | Bearer", "Authorization | Basic =", "Expect | 200-maybe", "Range | bytes=x"})
    void a_header_nobody_can_read_is_no_failure_of_ours(String name, String value) throws Exception {
        for (String line : List.of("POST /api/v1/shelves", "POST /api/v1/shelves/" + ID + "/lines",
                "GET /api/v1/shelves/mine")) {
            assertThat(raw(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + name + ": " + value
                    + "\r\nContent-Length: 3\r\n\r\n%zz")).as(line).matches("(?s)HTTP/1.1 4.*");
        }
    }

    @Test
    void a_body_in_two_framings_is_refused_and_the_connection_closed() throws Exception {
        assertThat(raw(
                "POST /api/v1/shelves HTTP/1.1\r\nHost: localhost\r\nContent-Length: 80\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "0\r\n\r\nGET /api/v1/shelves HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("HTTP/1.1 200");
    }

    @Test
    void a_metric_is_of_a_route_and_names_nobody() {
        for (int i = 0; i < 120; i++) {
            given().get("/api/v1/shelves/0192f000-0000-7000-8000-000000001" + (100 + i)).then().statusCode(200);
            given().get("/api/v1/nowhere/MA-7K3F-" + i);
            given().contentType("text/plain").body("x").post("/MA-7K3F-" + i);
            given().request("NOSUCH" + i, "/api/v1/shelves");
        }
        given().get("/api/v1/shelves/now").then().statusCode(200);
        String requests = given().get("/q/metrics").asString().lines().filter(line -> line.startsWith("http_"))
                .collect(Collectors.joining("\n"));
        assertThat(requests).contains("uri=\"/api/v1/shelves/{id}\"", "uri=\"/other\"", "uri=\"/api/v1/shelves/now\"",
                "method=\"OTHER\"").doesNotContain("0192f000", "MA-7K3F", "NOSUCH");
    }

    // --- refusals and languages ----------------------------------------------------------------------------------------

    @Test
    void a_refusal_speaks_the_callers_language() {
        putLine("it-IT,it;q=0.9,en;q=0.5", "KG").statusCode(409).header("Retry-After", "30")
                .body("type", equalTo("/problems/shelf-full")).body("title", equalTo("Lo scaffale è pieno"))
                .body("detail", equalTo("C'è posto solo per 1,5 kg.")).body("status", equalTo(409))
                .body("violations", nullValue());
        putLine("de", "KG").body("title", equalTo("The shelf is full"));
        putLine("ar", "KG").body("title", equalTo("The shelf is full"));
        putLine("%%;;q=x", "KG").body("title", equalTo("The shelf is full"));
        given().header("Accept-Language", "ar").get("/nowhere").then().body("title", equalTo("غير موجود"));
    }

    @Test
    void a_refusal_names_its_field() {
        putLine("it", "PIECE").statusCode(400).body("violations[0].field", equalTo("unit"))
                .body("violations[0].message", equalTo("L'unità di questo scaffale è KG."));
    }

    @Test
    void bean_validation_speaks_the_callers_language() {
        given().header("Accept-Language", "it").contentType("application/json").body(SHELF.replace("A", " "))
                .post("/api/v1/shelves").then().statusCode(400).body("violations[0].message", containsString("non deve"));
    }

    // --- who asks ------------------------------------------------------------------------------------------------------

    @Test
    void who_is_not_signed_in_is_asked_to() {
        given().get("/api/v1/shelves/mine").then().statusCode(401).contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problems/sign-in-required"));
        given().delete("/api/v1/shelves").then().statusCode(401).contentType(Problem.MEDIA_TYPE)
                .header("WWW-Authenticate", "Bearer");
    }

    @Test
    void a_bad_token_is_refused_with_a_problem_where_it_matters() {
        given().auth().oauth2("nonsense").get("/api/v1/shelves/mine").then().statusCode(401).contentType(Problem.MEDIA_TYPE);
        given().auth().oauth2(token(Duration.ofMinutes(-5), "milano-aiuta-services")).get("/api/v1/shelves/mine").then()
                .statusCode(401).contentType(Problem.MEDIA_TYPE);
        given().auth().oauth2(token(Duration.ofMinutes(5), "elsewhere")).delete("/api/v1/shelves").then().statusCode(401)
                .contentType(Problem.MEDIA_TYPE);
        given().auth().oauth2("nonsense").get("/api/v1/shelves").then().statusCode(200);
    }

    @Test
    void a_person_is_her_subject_and_her_roles_are_the_realms() {
        String giulia = token(Duration.ofMinutes(5), "milano-aiuta-services");
        given().auth().oauth2(giulia).get("/api/v1/shelves/mine").then().statusCode(200).body(containsString(ID));
        given().auth().oauth2(giulia).delete("/api/v1/shelves").then().statusCode(403).contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problems/forbidden"));
        String elena = token(Duration.ofMinutes(5), "milano-aiuta-services", "coordinator");
        given().auth().oauth2(elena).delete("/api/v1/shelves").then().statusCode(204);
    }

    // --- when it breaks ------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"pool", "database", "deadlock", "commit"})
    void what_passes_by_itself_asks_to_come_back(String how) {
        given().get("/api/v1/shelves/broken/" + how).then().statusCode(503).contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", "2").body("type", equalTo("/problems/unavailable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"constraint", "bug"})
    void our_mistake_tells_nothing_of_the_inside(String how) {
        given().get("/api/v1/shelves/broken/" + how).then().statusCode(500).contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problems/internal")).body("traceId", notNullValue())
                .body(not(containsString("secret"))).body(not(containsString("anna"))).body(not(containsString("Exception")));
    }

    @Test
    void a_trace_that_came_in_is_the_one_in_the_problem() {
        given().header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01").get("/nowhere").then()
                .body("traceId", equalTo("0af7651916cd43dd8448eb211c80319c"));
    }

    @Test
    void health_and_metrics_are_served_under_q() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory"));
    }

    // -------------------------------------------------------------------------------------------------------------------

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json").body(body).post("/api/v1/shelves").then();
    }

    /** For bodies too big for what REST Assured prints when a test fails. */
    private HttpResponse<String> send(String body) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address.resolve("/api/v1/shelves"))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static ValidatableResponse putLine(String language, String unit) {
        return given().header("Accept-Language", language).contentType("application/json")
                .body("{\"quantity\": 2, \"unit\": \"" + unit + "\"}").post("/api/v1/shelves/" + ID + "/lines").then();
    }

    private static String with(String field, String value) {
        return field.equals("name")
                ? SHELF.replace("\"A\"", value)
                : SHELF.replace("\"lines\"", "\"" + field + "\": " + value
                        + ", \"lines\"");
    }

    private static String json(String text) {
        StringBuilder escaped = new StringBuilder("\"");
        text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
        return escaped.append('"').toString();
    }

    private static String token(Duration left, String audience, String... roles) {
        return Jwt.issuer("https://issuer.test").subject(ID).audience(audience)
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .expiresIn(left).sign();
    }

    /** A chunked request by hand: HTTP clients would count the bytes first. */
    private String chunked(int size) throws Exception {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            out.write("""
                    POST /api/v1/shelves HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/json\r
                    Transfer-Encoding: chunked\r
                    Connection: close\r
                    \r
                    """.getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("2710\r\n" + "x".repeat(10_000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            try {
                for (int sent = 0; sent < size; sent += 10_000) {
                    out.write(chunk);
                }
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (SocketException closedByTheServer) {
                // that is one way to refuse; the answer is there
            }
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            try {
                answer.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException reset) {
                answer.append(reset);
            }
            return answer.toString();
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
