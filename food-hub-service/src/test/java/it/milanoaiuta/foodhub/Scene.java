package it.milanoaiuta.foodhub;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import it.milanoaiuta.foodhub.copies.need.Needs;
import it.milanoaiuta.foodhub.inbound.receipt.NeedDeliveries;
import it.milanoaiuta.foodhub.stock.Account;
import it.milanoaiuta.foodhub.stock.Ledger;
import it.milanoaiuta.foodhub.stock.Movement;
import it.milanoaiuta.platform.events.Hearing;
import it.milanoaiuta.platform.testing.OneClient;
import it.milanoaiuta.platform.testing.TestTokens;
import it.milanoaiuta.platform.web.CheckedCode;

/** Hubs, goods and people for the tests, through the API wherever there is one, and a look at what became of them. */
@ApplicationScoped
public class Scene {

    private static final ObjectMapper ANSWERS = new ObjectMapper();

    static {
        OneClient.forAllRequests();
        RestAssured.enableLoggingOfRequestAndResponseIfValidationFails();
    }

    public static final UUID PASTA = catalogued(1);
    public static final UUID APPLES = catalogued(10);
    public static final UUID ORANGES = catalogued(11);
    public static final UUID POTATOES = catalogued(12);
    public static final UUID CABBAGE = catalogued(13);
    public static final UUID ONIONS = catalogued(14);
    public static final UUID INFANT_MILK = catalogued(16);
    public static final UUID NAPPIES = catalogued(17);
    public static final UUID YOGHURT = catalogued(19);

    @Inject
    EntityManager database;

    @Inject
    @Any
    Instance<Hearing> hearings;

    @Inject
    Ledger ledger;

    @Inject
    Needs needs;

    @Inject
    NeedDeliveries needDeliveries;

    @Inject
    ObjectMapper json;

    /** A hub of the test's own and who manages it. */
    public record OwnHub(UUID id, UUID manager) {

        /** A request of its manager. */
        public RequestSpecification as() {
            return Scene.as(manager);
        }
    }

    public OwnHub hub() {
        return hub(UUID.randomUUID());
    }

    /** A hub that she manages. */
    public OwnHub hub(UUID manager) {
        OwnHub hub = new OwnHub(UUID.randomUUID(), manager);
        sql("""
                insert into hub (id, code, name, kind, address, municipio, longitude, latitude, demo)
                values (?1, ?2, 'Test', 'PARCELS', 'via Test 1', 9, 9.18, 45.48, true)""", hub.id, hub.id.toString());
        sql("""
                insert into hub_manager (id, hub_id, subject, from_day, named_by, named_at)
                values (?1, ?2, ?3, '2020-01-01', ?3, now())""", UUID.randomUUID(), hub.id, hub.manager);
        return hub;
    }

    /** The items of the recipes that the tests use, as the catalogue tells them. */
    @Transactional
    public void catalogue() {
        listed(PASTA, "PASTA", "FOOD", "PIECE", "AMBIENT", "0.5", null);
        listed(APPLES, "APPLES", "FOOD", "KG", "FRESH_PRODUCE", "1", "0.200");
        listed(ORANGES, "ORANGES", "FOOD", "KG", "FRESH_PRODUCE", "1", "0.250");
        listed(POTATOES, "POTATOES", "FOOD", "KG", "FRESH_PRODUCE", "1", "0.150");
        listed(CABBAGE, "CABBAGE", "FOOD", "KG", "FRESH_PRODUCE", "1", "1.200");
        listed(ONIONS, "ONIONS", "FOOD", "KG", "FRESH_PRODUCE", "1", "0.125");
        listed(INFANT_MILK, "INFANT_MILK", "INFANT", "PIECE", "AMBIENT", "0.8", null);
        listed(NAPPIES, "NAPPIES", "HYGIENE", "PIECE", "AMBIENT", "1", null);
        listed(YOGHURT, "YOGHURT", "FOOD", "PIECE", "CHILLED", "0.5", null);
    }

    private void listed(UUID id, String code, String category, String unit, String storage, String kg, String kgPerPiece) {
        sql("""
                insert into item (id, code, category, food, unit, storage_class, kg_per_unit, date_kind, listed)
                values (?1, ?2, ?3, ?3 = 'FOOD' or ?2 = 'INFANT_MILK', ?4, ?5, cast(?6 as numeric), 'BEST_BEFORE', true)
                on conflict do nothing
                """, id, code, category, unit, storage, kg);
        if (kgPerPiece != null) {
            sql("insert into item_conversion values (?1, 'PIECE', cast(?2 as numeric), true) on conflict do nothing", id,
                    kgPerPiece);
        }
    }

    /** An item of the test's own. */
    public UUID item(String unit, String storageClass, String dateKind) {
        UUID id = UUID.randomUUID();
        sql("""
                insert into item (id, code, category, food, unit, storage_class, kg_per_unit, shelf_days, date_kind, listed)
                values (?1, ?2, 'FOOD', true, ?3, ?4, 1, 20, ?5, true)""", id, "T-" + id, unit, storageClass, dateKind);
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
    public Response announce(OwnHub hub, UUID item, String quantity, String unit) {
        return hub.as().body(Map.of("kind", "SUPPLIER", "supplier", "Banco", "fundingSource", "PURCHASE", "lines",
                List.of(Map.of("itemId", item, "quantity", quantity, "unit", unit))))
                .post("/api/v1/hubs/" + hub.id + "/arrivals");
    }

    /** Loose goods that a donor is to bring to the hub; answers the donation's code. */
    public String donated(OwnHub hub, UUID item, String quantity) {
        return donated(hub, item, quantity, "SURPLUS");
    }

    public String donated(OwnHub hub, UUID item, String quantity, String fundingSource) {
        String code = CheckedCode.draw("MA").toString();
        hear("donations.donations", "DonationScheduled.v1",
                Map.of("donationId", UUID.randomUUID(), "code", code, "hubId", hub.id,
                        "windowStart", "2026-11-24T08:00:00Z", "windowEnd", "2026-11-24T12:00:00Z", "handover", "DROP_OFF",
                        "fundingSource", fundingSource, "lines",
                        List.of(Map.of("donationLineId", UUID.randomUUID(), "itemId", item, "quantity", quantity, "unit",
                                "KG", "storageClass", "FRESH_PRODUCE", "kgPerUnit", "1"))));
        return code;
    }

    /** Loose goods that came in and were confirmed; answers the lot. */
    public UUID stocked(OwnHub hub, UUID item, String quantity) {
        Response arrival = announce(hub, item, quantity, "KG");
        Response confirmed = confirm(hub, at(arrival, "/id"), receipt(true, line(at(arrival, "/lines/0/id"), quantity)));
        confirmed.then().statusCode(201);
        return UUID.fromString(at(confirmed, "/lots/0/lotId"));
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

    public Response confirm(OwnHub hub, Object arrivalId, Map<String, Object> receipt) {
        return hub.as().body(receipt).post("/api/v1/arrivals/" + arrivalId + "/receipts");
    }

    /** A lot that came into the hub an hour ago. */
    @Transactional
    public UUID stocked(OwnHub hub, UUID item, String quantity, LocalDate bestBefore) {
        return stocked(hub, item, quantity, bestBefore, null);
    }

    @Transactional
    public UUID stocked(OwnHub hub, UUID item, String quantity, LocalDate bestBefore, UUID donationLine) {
        UUID lot = UUID.randomUUID();
        UUID arrival = UUID.randomUUID();
        Instant received = Instant.now().minusSeconds(3600);
        sql("""
                insert into lot (id, item_id, date_kind, date_precision, last_day, storage_class, funding_source, arrival_id,
                  donation_line_id, received_at)
                select ?1, id, 'BEST_BEFORE', 'DAY', ?2, storage_class, 'SURPLUS', ?3, ?4, ?5 from item where id = ?6
                """, lot, bestBefore, arrival, donationLine, received, item);
        ledger.move(List.of(new Movement(lot, new BigDecimal(quantity), Account.supplier(arrival), Account.hub(hub.id),
                Movement.Reason.RECEIPT, arrival, hub.manager, received)));
        return lot;
    }

    /** Goods of a hub are set aside for a need as its receipt does. */
    @Transactional
    public UUID givenToNeed(OwnHub hub, UUID need, UUID needLine, UUID lot, UUID item, String quantity) {
        needs.locked(List.of(need));
        UUID donationLine = (UUID) query("select donation_line_id from lot where id = ?1", lot).getSingleResult();
        return needDeliveries.plan(hub.id, need,
                List.of(new NeedDeliveries.Line(needLine, donationLine, lot, new BigDecimal(quantity))));
    }

    @Transactional
    public UUID plannedFor(UUID need) {
        return (UUID) query("select id from delivery where need_id = ?1 and state = 'PLANNED'", need).getSingleResult();
    }

    /** A verified organisation and one member. */
    @Transactional
    public void organisation(UUID id, UUID member) {
        sql("insert into organisation values (?1, 'VERIFIED')", id);
        sql("insert into organisation_member values (?1, ?2, 'OWNER')", id, member);
    }

    /** A person confirmed on a shift of the hub that covers all days of the tests. */
    public UUID volunteer(OwnHub hub) {
        UUID subject = UUID.randomUUID();
        onShift(hub, subject, Instant.now().minus(Duration.ofDays(20)), Instant.now().plus(Duration.ofDays(60)));
        return subject;
    }

    /** A shift of the hub with one person confirmed. */
    @Transactional
    public UUID onShift(OwnHub hub, UUID subject, Instant start, Instant end) {
        UUID shift = UUID.randomUUID();
        sql("insert into roster_shift values (?1, ?2, null, ?3, ?4, false)", shift, hub.id, start, end);
        sql("insert into roster_place values (?1, ?2, ?3, ?4, 'COURIER')", UUID.randomUUID(), shift, UUID.randomUUID(),
                subject);
        return shift;
    }

    /** One more manager of the hub. */
    public UUID manager(OwnHub hub) {
        UUID manager = UUID.randomUUID();
        sql("insert into hub_manager (id, hub_id, subject, from_day, named_by, named_at) values (?1, ?2, ?3, '2020-01-01', ?3,"
                + " now())", UUID.randomUUID(), hub.id, manager);
        return manager;
    }

    /** Something of a household's is open at the hub: a delivery is planned. */
    @Transactional
    public UUID delivery(OwnHub hub, UUID household) {
        UUID delivery = UUID.randomUUID();
        sql("""
                insert into delivery (id, hub_id, kind, household_id, planned_for, state, goods_since, version)
                values (?1, ?2, 'HOUSEHOLD', ?3, current_date, 'PLANNED', now(), 0)""", delivery, hub.id, household);
        return delivery;
    }

    /** Members of the band 30–64, and infants. */
    public UUID household(OwnHub hub, int adults, int infants) {
        Response filed = as(hub.manager).body(aHousehold(hub, adults, infants)).post("/api/v1/households");
        filed.then().statusCode(201);
        return UUID.fromString(at(filed, "/id"));
    }

    /** Many at once, of the sizes given, without asking for each. */
    @Transactional
    public List<UUID> householdsOf(OwnHub hub, int many, IntUnaryOperator members) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            UUID id = UUID.randomUUID();
            sql("""
                    insert into household (id, code, hub_id, state, members, municipio, delivery_mode, frequency, filed_by,
                      filed_at, version)
                    values (?1, ?2, ?3, 'ACTIVE', ?4, 9, 'DELIVERY', 'CONTINUOUS', ?5, now(), 0)""", id, id.toString(), hub.id,
                    members.applyAsInt(i), hub.manager);
            sql("insert into household_band values (?1, 'AGE_30_64', ?2, 0, 0)", id, members.applyAsInt(i));
            ids.add(id);
        }
        return ids;
    }

    /** A recipe of eight packs of pasta. */
    @Transactional
    public void pastaRecipe() {
        sql("insert into recipe values (?1, 'TEST_PASTA', 1, '2020-01-01', 'HOUSEHOLD', 'test') on conflict do nothing", PASTA);
        sql("insert into recipe_line values (?1, 0, ?1, 'PIECE', 8, 8, 8) on conflict do nothing", PASTA);
    }

    /** What is in the hub's parcels of an item, in its base unit. */
    @Transactional
    public BigDecimal packedIn(OwnHub hub, UUID item) {
        return (BigDecimal) query("""
                select coalesce(sum(b.quantity), 0.000) from balance b join parcel p on b.kind = 'PARCEL' and b.owner = p.id
                where p.hub_id = ?1 and b.item_id = ?2""", hub.id, item).getSingleResult();
    }

    public Map<String, Object> aHousehold(OwnHub hub, int adults, int infants) {
        Map<String, Object> household = new LinkedHashMap<>();
        household.put("hubId", hub.id);
        household.put("bands", List.of(Map.of("band", "AGE_30_64", "female", adults, "male", 0, "notStated", 0),
                Map.of("band", "AGE_0_2", "female", 0, "male", 0, "notStated", infants)));
        household.put("municipio", 9);
        household.put("deliveryMode", "DELIVERY");
        return household;
    }

    /** A request of this person, with a key of its own. */
    public static RequestSpecification as(UUID person, String... roles) {
        return given().auth().oauth2(TestTokens.of(person, roles)).header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON);
    }

    /** What the ledger has of an item on an account, in the item's base unit. */
    @Transactional
    public BigDecimal held(Account.Kind kind, UUID owner, UUID item) {
        return (BigDecimal) database.createNativeQuery(
                "select coalesce(sum(quantity), 0.000) from balance where kind = ?1 and owner = ?2 and item_id = ?3")
                .setParameter(1, kind.name()).setParameter(2, owner).setParameter(3, item).getSingleResult();
    }

    /** Hears an event as the delivery would: our own record, unknown fields ignored, one transaction. */
    public void hear(String topic, String type, Object payload) {
        Hearing hearing = hearings.stream().filter(h -> h.topic().equals(topic)).findFirst().orElseThrow();
        Map<String, Runnable> handled = new HashMap<>();
        hearing.register(new Hearing.Handlers() {
            @Override
            public <T> Hearing.Handlers event(String name, Class<T> record, BiConsumer<T, Hearing.Envelope> handler) {
                handled.put(name, () -> handler.accept(read(payload, record),
                        new Hearing.Envelope(UUID.randomUUID(), topic, UUID.randomUUID(), 1, name, Instant.now())));
                return this;
            }
        });
        QuarkusTransaction.requiringNew().run(handled.get(type));
    }

    private <T> T read(Object payload, Class<T> record) {
        return json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).convertValue(payload, record);
    }

    /** Types and payloads of what was told of an aggregate, in order. */
    @Transactional
    public List<Told> told(UUID aggregate) {
        return database.unwrap(Session.class).createNativeQuery("""
                select type, payload::text from (
                  select seq, type, payload from outbox where aggregate_id = ?1
                  union select seq, type, payload from event_log where aggregate_id = ?1
                ) told order by seq""", Object[].class).setParameter(1, aggregate).getResultList().stream()
                .map(row -> new Told((String) row[0], read((String) row[1]))).toList();
    }

    public record Told(String type, JsonNode payload) {}

    public List<String> toldTypes(UUID aggregate) {
        return told(aggregate).stream().map(Told::type).toList();
    }

    /** What was told of an aggregate, oldest first. */
    public List<Map<String, Object>> told(UUID aggregate, String type) {
        return QuarkusTransaction.requiringNew().call(() -> database.unwrap(Session.class).createNativeQuery("""
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
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The ledger's promises: balances are its sums, nothing is or was below zero, and each lot adds up to nothing. */
    public void mustBalance() {
        assertThat(count("select count(*) from ledger_difference")).as("balances equal the ledger").isEqualTo(0);
        assertThat(count("select count(*) from ledger_below_zero")).as("no account was ever below zero").isEqualTo(0);
        assertThat(count("select count(*) from (select lot_id from balance group by lot_id having sum(quantity) <> 0) lot"))
                .as("what is somewhere came from somewhere").isEqualTo(0);
    }

    /** Rows by which maintained balances and the ledger differ: none, always. */
    @Transactional
    public long ledgerDifferences() {
        return ((Number) database.createNativeQuery("select count(*) from ledger_difference").getSingleResult()).longValue();
    }

    /** Rows by which the maintained figures and their recount differ: none, always. */
    @Transactional
    public long figureDifferences() {
        return ((Number) database.createNativeQuery("select count(*) from figure_difference").getSingleResult()).longValue();
    }

    @Transactional
    public long count(String query, Object... parameters) {
        return ((Number) query(query, parameters).getSingleResult()).longValue();
    }

    @Transactional
    public byte[] bytes(String query, Object... parameters) {
        return (byte[]) query(query, parameters).getSingleResult();
    }

    /** Tables with a row that, as PostgreSQL prints it, has one of these parts (without blanks) in it. */
    @Transactional
    public List<String> tablesWith(List<String> parts) {
        List<?> tables = database.createNativeQuery("select tablename from pg_tables where schemaname = 'public'", String.class)
                .getResultList();
        String patterns = parts.stream().map(part -> '%' + part + '%').collect(Collectors.joining(" "));
        return tables.stream().map(String::valueOf).filter(table -> count("select count(*) from " + table
                + " t where cast(t as text) like any (string_to_array(?1, ' '))", patterns) > 0).toList();
    }

    @Transactional
    public BigDecimal decimal(String query, Object... parameters) {
        return (BigDecimal) query(query, parameters).getSingleResult();
    }

    @Transactional
    public UUID uuid(String query, Object... parameters) {
        return (UUID) query(query, parameters).getSingleResult();
    }

    @Transactional
    @SuppressWarnings("unchecked")
    public List<UUID> uuids(String query, Object... parameters) {
        return query(query, parameters).getResultList();
    }

    @Transactional
    public String text(String query, Object... parameters) {
        return (String) query(query, parameters).getSingleResult();
    }

    /** Runs a migration once more. */
    @Transactional
    public void migrateAgain(String name) {
        database.unwrap(Session.class).doWork(connection -> {
            try (InputStream file = Scene.class.getResourceAsStream("/db/migration/" + name);
                    Statement statement = connection.createStatement()) {
                statement.execute(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Transactional
    public void sql(String statement, Object... parameters) {
        query(statement, parameters).executeUpdate();
    }

    private Query query(String statement, Object... parameters) {
        Query query = database.createNativeQuery(statement);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text at a JSON pointer; with RestAssured's paths each look at an answer would be a script to compile. */
    public static String at(Response answer, String pointer) {
        try {
            return ANSWERS.readTree(answer.asString()).requiredAt(pointer).asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID catalogued(int number) {
        return UUID.fromString("0192f000-0000-7000-8000-0000000002" + (number < 10 ? "0" : "") + number);
    }
}
