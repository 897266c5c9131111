package it.milanoaiuta.foodhub;

import static io.restassured.RestAssured.given;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import it.milanoaiuta.foodhub.need.NeedDeliveries;
import it.milanoaiuta.foodhub.need.Needs;
import it.milanoaiuta.foodhub.stock.Account;
import it.milanoaiuta.foodhub.stock.Ledger;
import it.milanoaiuta.foodhub.stock.Movement;
import it.milanoaiuta.local.testing.TestTokens;

/** Sets the scene for the tests of households, parcels and deliveries, and looks at what became of it. */
@ApplicationScoped
public class Scene {

    public static final UUID PASTA = item(1);
    public static final UUID APPLES = item(10);
    public static final UUID ORANGES = item(11);
    public static final UUID POTATOES = item(12);
    public static final UUID CABBAGE = item(13);
    public static final UUID ONIONS = item(14);
    public static final UUID INFANT_MILK = item(16);
    public static final UUID NAPPIES = item(17);
    public static final UUID YOGHURT = item(19);

    @Inject
    EntityManager database;

    @Inject
    Warehouse warehouse;

    @Inject
    Ledger ledger;

    @Inject
    Needs needs;

    @Inject
    NeedDeliveries needDeliveries;

    @Inject
    ObjectMapper json;

    /** A hub of the test's own and who manages it. */
    public record OwnHub(UUID id, UUID manager) {}

    public OwnHub hub() {
        Warehouse.Depot depot = warehouse.depot();
        return new OwnHub(depot.id(), depot.manager());
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
                insert into item (id, code, category, unit, storage_class, kg_per_unit, date_kind, listed)
                values (?1, ?2, ?3, ?4, ?5, cast(?6 as numeric), 'BEST_BEFORE', true) on conflict do nothing
                """, id, code, category, unit, storage, kg);
        if (kgPerPiece != null) {
            sql("insert into item_conversion values (?1, 'PIECE', cast(?2 as numeric), true) on conflict do nothing", id,
                    kgPerPiece);
        }
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
                List.of(new NeedDeliveries.Line(needLine, donationLine, item, lot, new BigDecimal(quantity))));
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

    /** A person confirmed on a shift of the hub. */
    @Transactional
    public UUID volunteer(OwnHub hub) {
        UUID subject = UUID.randomUUID();
        UUID shift = UUID.randomUUID();
        sql("insert into roster_shift values (?1, ?2, null, now(), now() + interval '4 hours', false)", shift, hub.id);
        sql("insert into roster_place values (?1, ?2, ?3, ?4, 'COURIER')", UUID.randomUUID(), shift, UUID.randomUUID(),
                subject);
        return subject;
    }

    /** Members of the band 30–64, and infants. */
    public UUID household(OwnHub hub, int adults, int infants) {
        return UUID.fromString(as(hub.manager).body(aHousehold(hub, adults, infants)).post("/api/v1/households").then()
                .statusCode(201).extract().path("id"));
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
    public RequestSpecification as(UUID person, String... roles) {
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
    public String text(String query, Object... parameters) {
        return (String) query(query, parameters).getSingleResult();
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

    private static UUID item(int number) {
        return UUID.fromString("0192f000-0000-7000-8000-0000000002" + (number < 10 ? "0" : "") + number);
    }

}
