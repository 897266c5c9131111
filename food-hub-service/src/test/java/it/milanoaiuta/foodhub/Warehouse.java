package it.milanoaiuta.foodhub;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.hibernate.Session;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import it.milanoaiuta.delivery.Hearing;
import it.milanoaiuta.local.testing.TestTokens;

/** Hubs, items and goods for the tests of stock, arrivals and transfers, through the API wherever there is one. */
@ApplicationScoped
public class Warehouse {

    static {
        RestAssured.enableLoggingOfRequestAndResponseIfValidationFails();
    }

    @Inject
    Session session;

    @Inject
    ObjectMapper json;

    @Inject
    @Any
    Instance<Hearing> hearings;

    /** A hub of the test's own and who manages it. */
    public record Depot(UUID id, UUID manager) {

        public RequestSpecification as() {
            return Warehouse.as(manager);
        }
    }

    public Depot depot() {
        Depot depot = new Depot(UUID.randomUUID(), UUID.randomUUID());
        sql("""
                insert into hub (id, code, name, kind, address, municipio, longitude, latitude, demo)
                values (?1, ?2, 'Test', 'PARCELS', 'via Test 1', 9, 9.18, 45.48, true)""", depot.id, depot.id.toString());
        sql("""
                insert into hub_manager (id, hub_id, subject, from_day, named_by, named_at)
                values (?1, ?2, ?3, '2020-01-01', ?3, now())""", UUID.randomUUID(), depot.id, depot.manager);
        return depot;
    }

    /** An item of the test's own. */
    public UUID item(String unit, String storageClass, String dateKind) {
        UUID id = UUID.randomUUID();
        sql("""
                insert into item (id, code, category, unit, storage_class, kg_per_unit, shelf_days, date_kind, listed)
                values (?1, ?2, 'FOOD', ?3, ?4, 1, 20, ?5, true)""", id, "T-" + id, unit, storageClass, dateKind);
        return id;
    }

    /** Apples: kilograms without a printed date, 20 days of shelf life. */
    public UUID loose() {
        return item("KG", "FRESH_PRODUCE", "NONE");
    }

    /** Packaged goods in pieces with a best-before date. */
    public UUID packaged() {
        return item("PIECE", "AMBIENT", "BEST_BEFORE");
    }

    /** Goods at the door: an arrival with one line. */
    public Response announce(Depot depot, UUID item, String quantity, String unit) {
        return depot.as().body(Map.of("kind", "SUPPLIER", "supplier", "Banco", "fundingSource", "PURCHASE", "lines",
                List.of(Map.of("itemId", item, "quantity", quantity, "unit", unit))))
                .post("/api/v1/hubs/" + depot.id + "/arrivals");
    }

    /** Loose goods that came in and were confirmed; answers the lot. */
    public UUID stocked(Depot depot, UUID item, String quantity) {
        Response arrival = announce(depot, item, quantity, "KG");
        return UUID.fromString(confirm(depot, arrival.path("id"), receipt(true, line(arrival.path("lines[0].id"), quantity)))
                .then().statusCode(201).extract().path("lots[0].lotId"));
    }

    /** A confirmation with an id of its own; put what differs. */
    @SafeVarargs
    public static Map<String, Object> receipt(boolean close, Map<String, Object>... lines) {
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("id", UUID.randomUUID());
        receipt.put("occurredAt", Instant.now().toString());
        receipt.put("close", close);
        receipt.put("lines", List.of(lines));
        return receipt;
    }

    public static Map<String, Object> line(Object arrivalLineId, String accepted) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("arrivalLineId", arrivalLineId);
        line.put("accepted", accepted);
        return line;
    }

    public static Map<String, Object> with(Map<String, Object> line, String field, Object value) {
        line.put(field, value);
        return line;
    }

    public Response confirm(Depot depot, Object arrivalId, Map<String, Object> receipt) {
        return depot.as().body(receipt).post("/api/v1/arrivals/" + arrivalId + "/receipts");
    }

    public static RequestSpecification as(UUID person, String... roles) {
        return given().auth().oauth2(TestTokens.of(person, roles)).header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON);
    }

    /** Hears an event as the delivery would: our own record, unknown fields ignored, one transaction. */
    public void hear(String topic, String type, Object payload) {
        Hearing hearing = hearings.stream().filter(h -> h.topic().equals(topic)).findFirst().orElseThrow();
        Map<String, Runnable> handled = new HashMap<>();
        hearing.register(new Hearing.Handlers() {
            @Override
            public <T> Hearing.Handlers event(String name, Class<T> record, BiConsumer<T, Hearing.Heard> handler) {
                handled.put(name, () -> handler.accept(read(payload, record),
                        new Hearing.Heard(UUID.randomUUID(), topic, UUID.randomUUID(), 1, name, Instant.now())));
                return this;
            }
        });
        QuarkusTransaction.requiringNew().run(handled.get(type));
    }

    private <T> T read(Object payload, Class<T> record) {
        return json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).convertValue(payload, record);
    }

    /** What lies on an account, over all lots of an item. */
    public BigDecimal held(String kind, UUID owner, UUID item) {
        return QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery("""
                select coalesce(sum(quantity), 0.000) from balance where kind = ?1 and owner = ?2 and item_id = ?3""",
                BigDecimal.class).setParameter(1, kind).setParameter(2, owner).setParameter(3, item).getSingleResult());
    }

    /** What was told of an aggregate, oldest first. */
    public List<Map<String, Object>> told(UUID aggregate, String type) {
        return QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery("""
                select cast(payload as text) from (
                  select seq, type, payload from outbox where aggregate_id = ?1
                  union select seq, type, payload from event_log where aggregate_id = ?1
                ) told where type = ?2 order by seq""", String.class).setParameter(1, aggregate).setParameter(2, type)
                .getResultList().stream().map(this::map).toList());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> map(String payload) {
        try {
            return json.readValue(payload, Map.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The ledger's promises: balances are its sums, nothing is or was below zero, and each lot adds up to nothing. */
    public void mustBalance() {
        assertEquals(0, count("select count(*) from ledger_difference"), "balances equal the ledger");
        assertEquals(0, count("select count(*) from ledger_below_zero"), "no account was ever below zero");
        assertEquals(0,
                count("select count(*) from (select lot_id from balance group by lot_id having sum(quantity) <> 0) lot"),
                "what is somewhere came from somewhere");
    }

    public long count(String query) {
        return QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery(query, Long.class).getSingleResult());
    }

    public void sql(String statement, Object... parameters) {
        QuarkusTransaction.requiringNew().run(() -> {
            var query = session.createNativeMutationQuery(statement);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            query.executeUpdate();
        });
    }

    /** Runs the task so often at the same time and answers what each answered. */
    public static <T> List<T> atOnce(int times, Callable<T> task) throws Exception {
        return atOnce(Collections.nCopies(times, task));
    }

    /** Runs the tasks at the same time and answers what each answered. */
    public static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
