package it.milanoaiuta.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.common.http.TestHTTPResource;

/**
 * Every endpoint, by everybody, on what is theirs and on what is not. A service's test says who there is, its table, and the
 * things that the table's rows name; it finds the endpoints itself, so that one without a row fails.
 *
 * @param <W> who there is: one of each who is answered differently somewhere
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AccessTable<W extends Enum<W> & Asking> {

    /** REST Assured would take longer than the service does. */
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SIGN_IN = 401;
    private static final int NOT_THERE = 404;
    private static final Pattern THING = Pattern.compile("\\{(\\w+)}");

    /**
     * One use of an endpoint. Path and body name the things it is about, as <code>hubs/{hub}/stock</code>; the path begins after
     * <code>/api/v1/</code>, or with <code>internal/</code>.
     *
     * @param body as JSON, null for none
     * @param answer the status for who may
     * @param hiding that there is such a thing, from whoever may not
     */
    public record Row<W extends Enum<W>>(String method, String path, Access<W> access, String body, int answer,
            boolean hiding) {

        /** Who may is answered this status: 200, 201 by POST, 204 by DELETE where nothing is said. */
        public Row<W> answering(int status) {
            return new Row<>(method, path, access, body, status, hiding);
        }

        /** Everybody may know of all things of this kind: there need be no row for one that is hidden from somebody. */
        public Row<W> hidingNothing() {
            return new Row<>(method, path, access, body, answer, false);
        }

        private String address() {
            return path.startsWith("internal/") ? "/" + path : "/api/v1/" + path;
        }

        private String endpoint() {
            return Endpoints.name(method, address());
        }

        private Set<String> things() {
            return THING.matcher(path + body).results().map(found -> found.group(1)).collect(Collectors.toSet());
        }

        @Override
        public String toString() {
            return method + " " + path + (body == null ? "" : " " + body);
        }
    }

    /** What somebody was told, but for what differs each time. */
    private record Answer(int status, JsonNode said) {}

    /** One who may not: what she was answered, and what where there is nothing. */
    private record Refusal<W extends Enum<W>>(Row<W> row, W who, Answer answer, Answer ofNothing) {

        private boolean isAsSaid() {
            return answer.status == row.access.refusalOf(who);
        }

        private boolean hasToHide() {
            return row.hiding && row.access.hidesFrom(who);
        }
    }

    @TestHTTPResource
    URI service;

    @Inject
    DataSource database;

    private final Set<W> everybody;
    private final Map<String, Object> things = new HashMap<>();
    private final Map<String, Object> nothing = new HashMap<>();
    private List<Row<W>> rows;
    private final List<String> notLetIn = new ArrayList<>();
    private Examples examples;
    private List<Refusal<W>> refusals;
    private Map<String, String> before;
    private Map<String, String> after;

    protected AccessTable(Class<W> everybody) {
        this.everybody = EnumSet.allOf(everybody);
    }

    /** What is set up once, before the first question. */
    protected abstract void scene();

    protected abstract List<Row<W>> table();

    /** A thing that rows name; asked for again after one who may has changed something by a row that names it. */
    protected abstract Object thing(String name);

    /** What is named like such a thing, and is not there. */
    protected Object nothingLike(String thing) {
        return UUID.randomUUID();
    }

    /** Sends, and shows, what none of the table's rows comes to a good end with. */
    protected void otherwise(Examples examples) {}

    /** The tables that the endpoints write. */
    protected abstract List<String> written();

    protected final Row<W> get(String path, Access<W> access) {
        return new Row<>("GET", path, access, null, 200, true);
    }

    protected final Row<W> post(String path, Access<W> access) {
        return post(path, access, null);
    }

    protected final Row<W> post(String path, Access<W> access, Object body) {
        return new Row<>("POST", path, access, json(body), 201, true);
    }

    /** A POST that makes nothing new. */
    protected final Row<W> act(String path, Access<W> access) {
        return act(path, access, null);
    }

    protected final Row<W> act(String path, Access<W> access, Object body) {
        return post(path, access, body).answering(200);
    }

    protected final Row<W> put(String path, Access<W> access, Object body) {
        return new Row<>("PUT", path, access, json(body), 200, true);
    }

    protected final Row<W> patch(String path, Access<W> access, Object body) {
        return new Row<>("PATCH", path, access, json(body), 200, true);
    }

    protected final Row<W> delete(String path, Access<W> access) {
        return new Row<>("DELETE", path, access, null, 204, true);
    }

    @Test
    void every_endpoint_is_in_the_table() {
        Set<String> served = Endpoints.in(getClass().getPackageName(), getClass().getClassLoader());
        assertThat(served).isNotEmpty();
        assertThat(rows().stream().map(Row::endpoint).collect(Collectors.toSet())).isEqualTo(served);
    }

    @Test
    void nobody_but_who_may_gets_in() {
        assertThat(refusals().stream().filter(refusal -> !refusal.isAsSaid()).map(refusal -> "%s by %s: %s, not %d"
                .formatted(refusal.row, refusal.who, refusal.answer, refusal.row.access.refusalOf(refusal.who)))).isEmpty();
    }

    @Test
    void nothing_changes_for_the_others() {
        refusals();
        assertThat(after).isEqualTo(before);
    }

    /** Neither the status nor a word of the answer tells whether there is such a thing. */
    @Test
    void what_is_not_theirs_is_answered_as_what_is_not_there() {
        assertThat(refusals().stream()
                .filter(refusal -> refusal.hasToHide() && !refusal.answer.equals(refusal.ofNothing))
                .map(refusal -> "%s by %s: %s, but %s".formatted(refusal.row, refusal.who, refusal.answer, refusal.ofNothing)))
                .isEmpty();
    }

    @Test
    void every_endpoint_on_one_thing_is_tried_on_a_foreign_one() {
        Set<String> untried = rows().stream().filter(row -> !row.things().isEmpty()).map(Row::endpoint)
                .collect(Collectors.toCollection(TreeSet::new));
        refusals().stream().filter(refusal -> refusal.hasToHide() && refusal.answer.status != SIGN_IN)
                .forEach(refusal -> untried.remove(refusal.row.endpoint()));
        rows().stream().filter(row -> !row.hiding).forEach(row -> untried.remove(row.endpoint()));
        assertThat(untried).isEmpty();
    }

    @Test
    void who_may_gets_in() {
        entrances();
        assertThat(notLetIn).isEmpty();
    }

    /** Of the examples in the API's document. */
    @Test
    void every_example_is_as_what_is_sent_and_answered() {
        assertThat(entrances().wrong()).isEmpty();
    }

    /** Asked once for all tests. */
    private Examples entrances() {
        if (examples == null) {
            refusals(); // while there is everything that is refused: who may uses it up
            examples = new Examples();
            for (Row<W> row : rows()) {
                for (W who : row.access.who()) {
                    expect(notLetIn, row, who, this::there, row.answer).filter(answer -> answer.status / 100 == 2)
                            .ifPresent(answer -> examples.met(row.method, row.address(), body(row, this::there),
                                    answer.said.toString()));
                    if (!row.method.equals("GET")) {
                        things.keySet().removeAll(row.things());
                    }
                }
            }
            otherwise(examples);
        }
        return examples;
    }

    @Test
    void who_may_is_told_of_what_is_not_there() {
        List<String> wrong = new ArrayList<>();
        rows().stream().filter(row -> row.path.contains("{")).forEach(
                row -> row.access.who().forEach(who -> expect(wrong, row, who, this::notThere, NOT_THERE)));
        assertThat(wrong).isEmpty();
    }

    /** What she was answered, if that was what is said. */
    private Optional<Answer> expect(List<String> wrong, Row<W> row, W who, Function<String, Object> thing, int status) {
        Answer answer = ask(row, who, thing);
        if (answer.status == status) {
            return Optional.of(answer);
        }
        wrong.add("%s by %s: %s, not %d".formatted(row, who, answer, status));
        return Optional.empty();
    }

    private List<Row<W>> rows() {
        if (rows == null) {
            scene();
            rows = table();
        }
        return rows;
    }

    /** Asked once for all tests. */
    private List<Refusal<W>> refusals() {
        if (refusals == null) {
            rows().forEach(row -> row.things().forEach(this::there));
            before = content();
            refusals = rows.stream().flatMap(row -> everybody.stream().filter(who -> !row.access.allows(who))
                    .map(who -> refused(row, who))).toList();
            after = content();
        }
        return refusals;
    }

    private Refusal<W> refused(Row<W> row, W who) {
        Answer answer = ask(row, who, this::there);
        return new Refusal<>(row, who, answer, row.things().isEmpty() ? answer : ask(row, who, this::notThere));
    }

    private Object there(String thing) {
        return things.computeIfAbsent(thing, this::thing);
    }

    private Object notThere(String thing) {
        return nothing.computeIfAbsent(thing, this::nothingLike);
    }

    private Answer ask(Row<W> row, W who, Function<String, Object> thing) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(filled(row.address(), thing)))
                .header("Content-Type", "application/json").header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "*").method(row.method, row.body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(body(row, thing)));
        who.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return answer(request.build());
    }

    /** Null for none. */
    private static <W extends Enum<W>> String body(Row<W> row, Function<String, Object> thing) {
        return row.body == null ? null : filled(row.body, thing);
    }

    private static String filled(String text, Function<String, Object> thing) {
        return THING.matcher(text).replaceAll(found -> Matcher.quoteReplacement(thing.apply(found.group(1)).toString()));
    }

    private static Answer answer(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
            JsonNode said = JSON.readTree(answer.body());
            return new Answer(answer.statusCode(), said instanceof ObjectNode problem ? problem.without("traceId") : said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object body) {
        try {
            return body == null ? null : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** How many rows each table has, and a digest of them. */
    private Map<String, String> content() {
        Map<String, String> content = new TreeMap<>();
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            for (String table : written()) {
                try (ResultSet found = statement.executeQuery(
                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') from %s t"
                                .formatted(table))) {
                    found.next();
                    content.put(table, found.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return content;
    }
}
