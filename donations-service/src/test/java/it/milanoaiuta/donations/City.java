package it.milanoaiuta.donations;

import static io.restassured.RestAssured.given;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.inject.spi.CDI;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import it.milanoaiuta.platform.testing.OneClient;
import it.milanoaiuta.platform.testing.TestTokens;
import it.milanoaiuta.platform.web.Ids;

/** The people, organisations and hubs of a test, and what they do. */
public final class City {

    static {
        OneClient.forAllRequests();
    }

    public static final UUID ELENA = UUID.fromString("0192f000-0000-7000-8000-000000000008");
    public static final UUID PASTA = UUID.fromString("0192f000-0000-7000-8000-000000000201");
    public static final UUID TUNA = UUID.fromString("0192f000-0000-7000-8000-000000000204");
    public static final UUID APPLES = UUID.fromString("0192f000-0000-7000-8000-000000000210");

    private static final ObjectMapper JSON = new ObjectMapper();

    private City() {}

    // --- who calls ---

    public static RequestSpecification visitor() {
        return given().contentType("application/json").header("Idempotency-Key", UUID.randomUUID());
    }

    public static RequestSpecification as(UUID person, String... roles) {
        return visitor().auth().oauth2(TestTokens.of(person, roles));
    }

    public static RequestSpecification coordinator() {
        return as(ELENA, "coordinator");
    }

    // --- what the other services told ---

    /** A verified organisation with this member. */
    public static UUID organisationOf(UUID member) {
        UUID organisation = Ids.next();
        tell("MemberJoined.v1", Map.of("organisationId", organisation, "subject", member, "role", "OWNER"));
        tell("OrganisationVerified.v1", Map.of("organisationId", organisation));
        return organisation;
    }

    /** A hub with this manager. */
    public static UUID hubOf(UUID manager) {
        UUID hub = hub(9);
        tell("ManagerNamed.v1", named(hub, manager, LocalDate.now().minusDays(1), null));
        return hub;
    }

    public static UUID hub(int municipio) {
        UUID hub = Ids.next();
        tell("HubOpened.v1", Map.of("hubId", hub, "code", "X", "kind", "PARCELS", "municipio", municipio, "demo", true));
        return hub;
    }

    public static Map<String, Object> named(UUID hub, UUID manager, LocalDate from, LocalDate until) {
        Map<String, Object> named = new HashMap<>(Map.of("hubId", hub, "subject", manager, "from", from.toString()));
        named.put("until", until == null ? null : until.toString());
        return named;
    }

    public static void tell(String type, Map<String, ?> payload) {
        CDI.current().select(Teller.class).get().tell(type, payload);
    }

    // --- what people do ---

    /** A need of an organisation or a hub; what is not said is believable. */
    public static class Asking {

        private final Map<String, Object> body = new HashMap<>();
        private final List<Map<String, Object>> lines = new ArrayList<>();

        private Asking(String ownerKind, Object owner) {
            body.putAll(Map.of("ownerKind", ownerKind, "ownerId", owner, "urgency", "THIS_WEEK",
                    "byWhen", in(3, ChronoUnit.DAYS),
                    "deliverTo", Map.of("name", "Casa della Carità", "address", "via Brambilla 10", "municipio", 2)));
        }

        public Asking with(String field, Object value) {
            body.put(field, value);
            return this;
        }

        public Asking forGoods(UUID item, String quantity, String unit) {
            lines.add(Map.of("itemId", item, "quantity", quantity, "unit", unit));
            return this;
        }

        public Asking forService(String service, String quantity, String unit) {
            lines.add(Map.of("service", service, "quantity", quantity, "unit", unit));
            return this;
        }

        public Map<String, Object> body() {
            body.putIfAbsent("lines", lines);
            return body;
        }

        public ValidatableResponse by(UUID person) {
            return as(person).body(body()).post("/api/v1/needs").then();
        }

        /** As it is then, published or pending. */
        public Need postedBy(UUID person) {
            JsonNode need = read(by(person).statusCode(201));
            return new Need(UUID.fromString(need.path("id").asText()), lines(need));
        }

        /** Posted and, where it has to be, validated. */
        public Need publishedBy(UUID person) {
            ValidatableResponse posted = by(person).statusCode(201);
            JsonNode need = read(posted);
            UUID id = UUID.fromString(need.path("id").asText());
            if (need.path("state").asText().equals("PENDING")) {
                validate(id).statusCode(200);
            }
            return new Need(id, lines(need));
        }
    }

    public record Need(UUID id, List<UUID> lines) {

        public UUID line() {
            return lines.get(0);
        }
    }

    public static Asking need(Object organisation) {
        return new Asking("ORGANISATION", organisation);
    }

    public static Asking appeal(Object hub) {
        return new Asking("HUB", hub);
    }

    public static ValidatableResponse validate(UUID need) {
        return coordinator().body(Map.of("decision", "PUBLISHED")).post("/api/v1/needs/{id}/validation", need).then();
    }

    /** Goods somebody gives; what is not said is believable. */
    public static class Giving {

        private final Map<String, Object> body = new HashMap<>(Map.of("handover", "DROP_OFF"));
        private final List<Map<String, Object>> lines = new ArrayList<>();

        public Giving with(String field, Object value) {
            body.put(field, value);
            return this;
        }

        public Giving to(Object needLine, UUID item, String quantity, String unit) {
            Map<String, Object> line = new HashMap<>(Map.of("itemId", item, "quantity", quantity, "unit", unit));
            line.put("needLineId", needLine);
            lines.add(line);
            return this;
        }

        public Giving ofService(UUID needLine, String service, String quantity, String unit) {
            Map<String, Object> line = new HashMap<>(Map.of("service", service, "quantity", quantity, "unit", unit));
            line.put("needLineId", needLine);
            lines.add(line);
            body.remove("handover");
            return this;
        }

        public Giving toStock(UUID item, String quantity, String unit) {
            return to(null, item, quantity, unit);
        }

        public Giving at(UUID hub) {
            return with("hubId", hub).with("windowStart", in(1, ChronoUnit.DAYS)).with("windowEnd", in(26, ChronoUnit.HOURS));
        }

        public Map<String, Object> body() {
            body.putIfAbsent("lines", lines);
            return body;
        }

        public ValidatableResponse by(UUID person) {
            return as(person).body(body()).post("/api/v1/donations").then();
        }

        public Gift pledgedBy(UUID person) {
            ValidatableResponse pledged = by(person).statusCode(201);
            JsonNode gift = read(pledged);
            String code = gift.path("code").asText();
            UUID id = (UUID) sql("select id from donation where code = '" + code + "'");
            return new Gift(id, code, person, lines(gift));
        }
    }

    public record Gift(UUID id, String code, UUID donor, List<UUID> lines) {

        public UUID line() {
            return lines.get(0);
        }

        public String state() {
            return read(track()).path("state").asText();
        }

        public ValidatableResponse track() {
            return visitor().get("/api/v1/donations/{code}", code).then().statusCode(200);
        }

        public ValidatableResponse cancelled() {
            return as(donor).delete("/api/v1/donations/{code}", code).then();
        }
    }

    public static Giving gift() {
        return new Giving();
    }

    /** With RestAssured's paths each look at an answer would be a script to compile. */
    private static JsonNode read(ValidatableResponse answer) {
        try {
            return JSON.readTree(answer.extract().asString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<UUID> lines(JsonNode answer) {
        return StreamSupport.stream(answer.path("lines").spliterator(), false)
                .map(line -> UUID.fromString(line.path("id").asText())).toList();
    }

    // --- looking into the database ---

    public static Object sql(String query) {
        return QuarkusTransaction.requiringNew().call(() -> CDI.current().select(org.hibernate.Session.class).get()
                .createNativeQuery(query, Object.class).getSingleResult());
    }

    public static void change(String statement) {
        QuarkusTransaction.requiringNew().run(() -> CDI.current().select(org.hibernate.Session.class).get()
                .createNativeMutationQuery(statement).executeUpdate());
    }

    /** How many events of this type were told of this aggregate. */
    public static long told(String type, UUID aggregate) {
        return ((Number) sql("select (select count(*) from outbox where type = '%1$s.v1' and aggregate_id = '%2$s')"
                .formatted(type, aggregate)
                + " + (select count(*) from event_log where type = '%1$s.v1' and aggregate_id = '%2$s')".formatted(type,
                        aggregate)))
                .longValue();
    }

    /** promised, in transit, received of a need line. */
    public static List<BigDecimal> coverage(UUID needLine) {
        Object[] row = (Object[]) sql("select promised, in_transit, received from need_line where id = '" + needLine + "'");
        return List.of(plain(row[0]), plain(row[1]), plain(row[2]));
    }

    public static List<BigDecimal> kg(String promised, String inTransit, String received) {
        return List.of(plain(new BigDecimal(promised)), plain(new BigDecimal(inTransit)), plain(new BigDecimal(received)));
    }

    private static BigDecimal plain(Object number) {
        return ((BigDecimal) number).setScale(3);
    }

    public static String in(long amount, ChronoUnit unit) {
        return Instant.now().plus(amount, unit).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
