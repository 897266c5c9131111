package it.milanoaiuta.journeys;

import static it.milanoaiuta.journeys.Catalogue.FRESH_HUB;
import static it.milanoaiuta.journeys.Catalogue.ISOLA;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** What people do in the chain, in the words of the domain. */
final class Steps {

    private static final AtomicInteger SHIFTS = new AtomicInteger();

    /** No journey takes longer. */
    private static final Duration JOURNEY = Duration.ofMinutes(10);

    final City city = City.running();
    final Person anna = city.person("anna");
    final Person paolo = city.person("paolo");
    final Person giulia = city.person("giulia");
    final Person omar = city.person("omar");
    final Person marco = city.person("marco");
    final Person sara = city.person("sara");
    final Person luca = city.person("luca");
    final Person elena = city.person("elena");
    final Person visitor = Person.visitor(city);
    final LocalDate today = aDayWithTimeLeft();

    /** The city's day; before midnight the next one is waited for, as a journey speaks of one day from its beginning to its end. */
    private static LocalDate aDayWithTimeLeft() {
        ZonedDateTime now = ZonedDateTime.now(ZoneId.of("Europe/Rome"));
        if (!now.plus(JOURNEY).toLocalDate().equals(now.toLocalDate())) {
            ZonedDateTime midnight = now.toLocalDate().plusDays(1).atStartOfDay(now.getZone());
            Soon.pause(Duration.between(now, midnight).plusSeconds(1));
        }
        return LocalDate.now(now.getZone());
    }

    /** Asked for by the organisation of anna and seen by all. */
    String publishedNeed(String organisation, String item, String quantity) {
        String need = ask(anna, organisation, item, quantity);
        if (anna.get("/needs/" + need).expect(200).text("/state").equals("PENDING")) {
            elena.post("/needs/" + need + "/validation", Map.of("decision", "PUBLISHED")).expect(200);
        }
        return need;
    }

    /** One that nobody has validated yet: of an organisation without a record. */
    String pendingNeed(Person owner, String item, String quantity) {
        return ask(owner, city.newOrganisationOf(owner), item, quantity);
    }

    /** Until donations has heard that she is a member (404) and the organisation verified (409), she cannot ask for it. */
    private String ask(Person owner, String organisation, String item, String quantity) {
        return Soon.see("an organisation that may ask", () -> owner.post("/needs", need(organisation, item, quantity)),
                answer -> answer.status() != 404 && answer.status() != 409).expect(201).id();
    }

    Map<String, Object> need(String organisation, String item, String quantity) {
        return Map.of("ownerKind", "ORGANISATION", "ownerId", organisation, "deliverTo",
                Map.of("name", "Centro di ascolto", "address", "via Padova 1, Milano", "municipio", 2), "byWhen",
                Instant.now().plus(3, ChronoUnit.DAYS).toString(), "urgency", "THIS_WEEK", "lines",
                List.of(Map.of("itemId", item, "quantity", quantity, "unit", "PIECE")));
    }

    /** A household of so many grown-ups, registered by the manager of its hub. */
    String register(Person manager, String hub, int people) {
        return manager.post("/households", household(hub, people)).expect(201).id();
    }

    Map<String, Object> promise(String hub, String needLine, String item, String quantity) {
        Instant start = Instant.now().plus(1, ChronoUnit.HOURS);
        return Map.of("hubId", hub, "windowStart", start.toString(), "windowEnd", start.plus(2, ChronoUnit.HOURS).toString(),
                "handover", "DROP_OFF", "lines",
                List.of(Map.of("needLineId", needLine, "itemId", item, "quantity", quantity, "unit", "PIECE")));
    }

    /** The hub gives of what it has. */
    Map<String, Object> ownStock(String hub, String needLine, String item, String quantity) {
        Map<String, Object> gift = new HashMap<>(promise(hub, needLine, item, quantity));
        gift.put("onBehalfOfHubId", hub);
        return gift;
    }

    BigDecimal coverage(String need, String part) {
        return anna.get("/needs/" + need).expect(200).number("/lines/0/" + part);
    }

    void seeCoverage(String need, String part, String quantity) {
        Soon.see(quantity + " " + part, () -> coverage(need, part), seen -> seen.compareTo(new BigDecimal(quantity)) == 0);
    }

    JsonNode arrivalOf(Person manager, String hub, String code) {
        return Soon.see("the arrival of " + code, () -> manager.get("/hubs/" + hub + "/arrivals?code=" + code).expect(200)
                .items().stream().findFirst().orElse(null), found -> found != null);
    }

    /** Everything came as announced, dated in two months where it carries a date. */
    Map<String, Object> receiptOfAll(JsonNode arrival, String dateKind) {
        List<Map<String, Object>> lines = StreamSupport.stream(arrival.path("lines").spliterator(), false).map(line -> {
            String expected = line.path("expected").asText();
            Map<String, Object> taken = Map.of("arrivalLineId", line.path("id").asText(), "accepted", expected);
            return dateKind == null
                    ? taken
                    : Map.of("arrivalLineId", line.path("id").asText(), "accepted", expected, "lots",
                            List.<Object>of(Map.of("dateKind", dateKind, "date", today.plusMonths(2).toString(), "quantity",
                                    expected)));
        }).toList();
        return Map.of("id", UUID.randomUUID().toString(), "occurredAt", Instant.now().toString(), "close", true, "lines",
                lines);
    }

    /** Goods for a need are planned for the next day; null when no delivery is. */
    JsonNode deliveryFor(String need) {
        return marco.get("/hubs/" + ISOLA + "/deliveries?limit=100&day=" + today.plusDays(1)).expect(200).items().stream()
                .filter(delivery -> delivery.path("needId").asText().equals(need)
                        && !delivery.path("state").asText().equals("CANCELLED"))
                .findFirst().orElse(null);
    }

    void confirm(Person who, String delivery) {
        Map<String, Object> confirmation = Map.of("id", UUID.randomUUID().toString(), "occurredAt", Instant.now().toString(),
                "outcome", "DELIVERED");
        who.post("/deliveries/" + delivery + "/confirmation", confirmation).expect(200);
        who.post("/deliveries/" + delivery + "/confirmation", confirmation).expect(200);
    }

    void receiveProduce(List<String> items, String kg) {
        Answer announced = sara.post("/hubs/" + FRESH_HUB + "/arrivals",
                Map.of("kind", "SUPPLIER", "supplier", "Mercato ortofrutticolo", "fundingSource", "SURPLUS", "lines",
                        items.stream()
                                .map(item -> Map.of("itemId", item, "quantity", kg, "unit", "KG")).toList()))
                .expect(201);
        sara.post("/arrivals/" + announced.id() + "/receipts",
                receiptOfAll(sara.get("/arrivals/" + announced.id()).expect(200).body(), null)).expect(201);
    }

    /** A supplier brings pieces that keep for two months, and all of them are taken. */
    void receive(Person manager, String hub, String item, String pieces) {
        JsonNode arrival = manager.get("/arrivals/" + announcedToday(manager, hub, item, pieces)).expect(200).body();
        manager.post("/arrivals/" + arrival.path("id").asText() + "/receipts", receiptOfAll(arrival, "BEST_BEFORE"))
                .expect(201);
    }

    /** In all lots of the item. */
    BigDecimal onHand(Person manager, String hub, String item) {
        return manager.get("/hubs/" + hub + "/stock?limit=100&itemId=" + item).expect(200).items().stream()
                .map(lot -> new BigDecimal(lot.path("onHand").asText())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static Map<String, Object> household(String hub, int people) {
        return Map.of("hubId", hub, "bands",
                List.of(Map.of("band", "AGE_30_64", "female", people, "male", 0, "notStated", 0)),
                "municipio", 9, "deliveryMode", "DELIVERY");
    }

    /** With so many places for packers; no two of them at the same time, and each far enough away to promote at once. */
    String openShift(int places) {
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(10 + SHIFTS.incrementAndGet(), ChronoUnit.DAYS);
        String opportunity = anna.post("/opportunities",
                Map.of("ownerKind", "ORGANISATION", "ownerId", city.organisationOf(anna), "task", "PACKING", "title",
                        Map.of("it", "Preparare pacchi", "ar", "إعداد الطرود"), "place",
                        Map.of("name", "Centro di ascolto", "address", "via Padova 1, Milano", "municipio", 2)))
                .expect(201).id();
        return anna.post("/opportunities/" + opportunity + "/shifts",
                Map.of("start", start.toString(), "end", start.plus(2, ChronoUnit.HOURS).toString(), "roles",
                        List.of(Map.of("role", "PACKER", "capacity", places))))
                .expect(201).id();
    }

    /** Goods of a supplier that stand at the hub's door today. */
    String announcedToday(Person manager, String hub, String item, String quantity) {
        return manager.post("/hubs/" + hub + "/arrivals",
                Map.of("kind", "SUPPLIER", "supplier", "Banco Alimentare", "fundingSource", "SURPLUS", "lines",
                        List.of(Map.of("itemId", item, "quantity", quantity, "unit", "PIECE"))))
                .expect(201).id();
    }

    /** The hub asks for help, the request becomes a shift, giulia signs up and stands on the roster; omar waits. */
    JsonNode staffedShift() {
        Instant start = Instant.now().plus(1, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        marco.post("/hubs/" + ISOLA + "/help-requests",
                Map.of("task", "DELIVERY", "start", start.toString(), "end", start.plus(2, ChronoUnit.HOURS).toString(),
                        "roles",
                        List.of(Map.of("role", "COURIER", "capacity", 1))))
                .expect(201);
        JsonNode shift = Soon.see("the shift of the help request", () -> visitor.get("/shifts?ownerId=" + ISOLA + "&limit=100")
                .expect(200).items().stream().filter(s -> s.path("start").asText().equals(start.toString())).findFirst()
                .orElse(null), found -> found != null);
        String signUps = "/shifts/" + shift.path("id").asText() + "/sign-ups";
        assertThat(giulia.post(signUps, Map.of("role", "COURIER")).expect(201).text("/state")).isEqualTo("CONFIRMED");
        Answer waiting = omar.post(signUps, Map.of("role", "COURIER")).expect(201);
        assertThat(waiting.text("/state")).isEqualTo("WAITING");
        assertThat(waiting.text("/number")).isEqualTo("1");
        Soon.see("giulia on the roster",
                () -> marco.get("/hubs/" + ISOLA + "/roster?day=" + today).expect(200).body().toString(),
                roster -> roster.contains(giulia.subject()));
        return shift;
    }

    /** From its beginning to its end; can be said as soon as it has begun. */
    void wasThere(Person volunteer, JsonNode shift) {
        Map<String, Object> presence = Map.of("subject", volunteer.subject(), "checkIn", shift.path("start").asText());
        Soon.see("a shift that has begun",
                () -> marco.post("/shifts/" + shift.path("id").asText() + "/attendances", presence),
                answer -> answer.status() != 409).expect(200);
    }

    /** The city today, as its coordinator sees it. */
    JsonNode dashboard() {
        return elena.get("/dashboard?from=" + today + "&to=" + today).expect(200).body();
    }

    static BigDecimal more(String figure, JsonNode before, JsonNode after) {
        return new BigDecimal(after.at(figure).asText()).subtract(new BigDecimal(before.at(figure).asText()));
    }
}
