package it.milanoaiuta.local.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A week of the city as the demo people make it, through the public API only: two organisations, the hubs Isola and Foody, people
 * for shifts, needs, gifts and supplies, fresh goods on their way, parcels packed and brought. It adds nothing when it runs again,
 * and goes on where it was cut short.
 */
public final class DemoWeek {

    private static final ZoneId MILAN = ZoneId.of("Europe/Rome");
    private static final UUID ISOLA = DemoPeople.id(101);
    private static final UUID FOODY = DemoPeople.id(104);
    private static final List<String> PACKERS = List.of("giulia", "omar");
    private static final List<String> ITEMS = List.of("PASTA", "RICE", "PULSES", "TUNA", "BISCUITS", "TOMATO_PUREE", "OIL",
            "SALT",
            "SUGAR", "APPLES", "ORANGES", "POTATOES", "CABBAGE", "ONIONS", "UHT_MILK", "INFANT_MILK", "NAPPIES", "BREAD",
            "YOGHURT",
            "TABLET");

    private final DemoPeople people;
    private final Consumer<String> progress;
    private final LocalDate today = LocalDate.now(MILAN);

    /** @param diary the folder where it keeps what it did */
    public DemoWeek(String gateway, String realm, Path diary, Consumer<String> progress) {
        this.people = new DemoPeople(gateway, realm, diary);
        this.progress = progress;
    }

    /** @throws IOException when the platform refuses a step or is not there; what was done stays and is not done again */
    public void happen() throws IOException, InterruptedException {
        progress.accept("demo week: organisations and hub managers");
        UUID naviglio = organisation("anna", "Comunità del Naviglio (demo)");
        UUID quartiere = organisation("paolo", "Banco di quartiere Lambrate (demo)");
        manages("marco", ISOLA);
        manages("sara", FOODY);

        progress.accept("demo week: shifts and sign-ups");
        shifts(naviglio);
        helpAtTheHub();

        progress.accept("demo week: needs and donations");
        JsonNode need = needOf(naviglio);
        needOfTablets(quartiere);
        String code = donationFor(need);
        generalDonation(quartiere);

        progress.accept("demo week: goods at the hubs");
        longLifeGoods();
        freshGoods();
        arrives(code);

        progress.accept("demo week: households, parcels and deliveries");
        JsonNode packing = packersForToday();
        parcels(households(naviglio));
        deliverTo(need);
        wereThere(packing);
    }

    private UUID organisation(String person, String name) throws IOException, InterruptedException {
        JsonNode organisation = people.does(person, person + "-registers", "/organisations", Map.of("name", name, "about",
                "Organizzazione inventata per la dimostrazione.", "contact", Map.of("email", person + "@demo.example")));
        people.does("elena", person + "-is-verified", "/organisations/" + id(organisation) + "/verification",
                Map.of("decision", "VERIFIED"));
        return id(organisation);
    }

    /** Only who signed in once is known, and can be named. */
    private void manages(String person, UUID hub) throws IOException, InterruptedException {
        people.signsIn(person);
        people.does("elena", person + "-is-named", "/hubs/" + hub + "/managers",
                Map.of("subject", DemoPeople.idOf(person), "from", today.toString()));
    }

    /** Two kinds of help; one shift has one place only, so that somebody waits. */
    private void shifts(UUID organisation) throws IOException, InterruptedException {
        JsonNode canteen = people.does("anna", "canteen", "/opportunities",
                Map.of("ownerKind", "ORGANISATION", "ownerId", organisation,
                        "task", "DISTRIBUTION", "title",
                        Map.of("it", "Mensa serale: servire la cena", "en", "Evening canteen: serve dinner", "ar",
                                "مطعم مسائي: تقديم العشاء"),
                        "place",
                        Map.of("name", "Sala del Naviglio (demo)", "address", "Alzaia Naviglio Grande 34, Milano", "municipio",
                                6,
                                "longitude", 9.1716, "latitude", 45.4516)));
        for (int day = 1; day <= 5; day++) {
            JsonNode shift = shift("anna", "canteen-" + day, id(canteen), today.plusDays(day), 18, 21,
                    Map.of("HELPER", 4, "LEAD", 1));
            if (day <= 3) {
                signsUp("giulia", "canteen-" + day, shift, "HELPER");
            }
        }
        JsonNode course = people.does("anna", "course", "/opportunities", Map.of("ownerKind", "ORGANISATION", "ownerId",
                organisation,
                "task", "TEACHING", "title", Map.of("it", "Italiano per chi arriva: aiutare in classe", "en",
                        "Italian for newcomers: help in class", "ar", "الإيطالية للقادمين الجدد: المساعدة في الصف"),
                "place",
                Map.of("name", "Sala del Naviglio (demo)", "address", "Alzaia Naviglio Grande 34, Milano", "municipio", 6)));
        JsonNode lesson = shift("anna", "lesson", id(course), today.plusDays(4), 10, 12, Map.of("HELPER", 1));
        signsUp("omar", "lesson", lesson, "HELPER");
        signsUp("giulia", "lesson", lesson, "HELPER");
    }

    private JsonNode shift(String person, String step, UUID opportunity, LocalDate day, int from, int to,
            Map<String, Integer> places)
            throws IOException, InterruptedException {
        return people.does(person, step, "/opportunities/" + opportunity + "/shifts",
                Map.of("start", at(day, from), "end", at(day, to),
                        "minimumStaffing", 1, "roles", roles(places)));
    }

    private void signsUp(String person, String step, JsonNode shift, String role) throws IOException, InterruptedException {
        people.does(person, step + "-" + person, "/shifts/" + id(shift) + "/sign-ups", Map.of("role", role));
    }

    /** The hub asks; what it asked for becomes a shift; two people are its pair. */
    private void helpAtTheHub() throws IOException, InterruptedException {
        LocalDate tomorrow = today.plusDays(1);
        people.does("marco", "help", "/hubs/" + ISOLA + "/help-requests",
                Map.of("task", "DELIVERY", "start", at(tomorrow, 9), "end",
                        at(tomorrow, 13), "roles", roles(Map.of("COURIER", 2, "DRIVER", 1))));
        people.does("marco", "help-packing", "/hubs/" + ISOLA + "/help-requests", Map.of("task", "PACKING", "start",
                at(today.plusDays(2), 14), "end", at(today.plusDays(2), 18), "roles", roles(Map.of("PACKER", 6))));
        JsonNode shifts = people.sees("giulia", "/shifts?ownerId=" + ISOLA, list -> withRole(list, "COURIER") != null);
        JsonNode delivering = withRole(shifts, "COURIER");
        signsUp("giulia", "delivering", delivering, "COURIER");
        signsUp("omar", "delivering", delivering, "COURIER");
    }

    /** Who packs what goes out today: the shift begins when they have signed up. */
    private JsonNode packersForToday() throws IOException, InterruptedException {
        Instant start = Instant.now().plusSeconds(30).truncatedTo(ChronoUnit.SECONDS);
        JsonNode request = people.does("marco", "help-today", "/hubs/" + ISOLA + "/help-requests", Map.of("task", "PACKING",
                "start", start.toString(), "end", start.plus(3, ChronoUnit.HOURS).toString(), "roles",
                roles(Map.of("PACKER", 3))));
        String begins = request.path("start").asText();
        JsonNode shift = beginning(people.sees("giulia", "/shifts?ownerId=" + ISOLA + "&from=" + begins,
                list -> beginning(list, begins) != null), begins);
        for (String person : PACKERS) {
            if (Instant.now().isBefore(Instant.parse(begins))) {
                signsUp(person, "packing", shift, "PACKER");
            }
        }
        return shift;
    }

    /** Also who could not sign up any more because the week was cut short. */
    private void wereThere(JsonNode shift) throws IOException, InterruptedException {
        for (String person : PACKERS) {
            people.signsIn(person);
            people.does("marco", person + "-was-there", "/shifts/" + id(shift) + "/attendances",
                    Map.of("subject", DemoPeople.idOf(person), "checkIn", shift.path("start").asText()));
        }
    }

    private static JsonNode beginning(JsonNode shifts, String start) {
        return items(shifts).stream().filter(shift -> shift.path("start").asText().equals(start)).findFirst().orElse(null);
    }

    private static JsonNode withRole(JsonNode shifts, String role) {
        return items(shifts).stream()
                .filter(shift -> items(shift.path("roles")).stream().anyMatch(each -> each.path("role").asText().equals(role)))
                .findFirst().orElse(null);
    }

    private JsonNode needOf(UUID organisation) throws IOException, InterruptedException {
        JsonNode need = people.does("anna", "need", "/needs",
                Map.of("ownerKind", "ORGANISATION", "ownerId", organisation, "deliverTo",
                        Map.of("name", "Mensa del Naviglio (demo)", "address", "Alzaia Naviglio Grande 34, Milano", "municipio",
                                6),
                        "byWhen",
                        at(today.plusDays(6), 18), "urgency", "THIS_WEEK", "lines",
                        List.of(line("PASTA", 60, "PIECE"), line("UHT_MILK", 40, "PIECE"), line("APPLES", 50, "KG"))));
        people.does("elena", "need-is-published", "/needs/" + id(need) + "/validation", Map.of("decision", "PUBLISHED"));
        return need;
    }

    private void needOfTablets(UUID organisation) throws IOException, InterruptedException {
        JsonNode need = people.does("paolo", "need-of-tablets", "/needs",
                Map.of("ownerKind", "ORGANISATION", "ownerId", organisation,
                        "deliverTo",
                        Map.of("name", "Doposcuola di Lambrate (demo)", "address", "Via Conte Rosso 5, Milano", "municipio", 3),
                        "byWhen", at(today.plusDays(20), 12), "urgency", "ORDINARY", "lines",
                        List.of(line("TABLET", 6, "PIECE"), line("NAPPIES", 30, "PIECE"))));
        people.does("elena", "tablets-are-published", "/needs/" + id(need) + "/validation", Map.of("decision", "PUBLISHED"));
    }

    private String donationFor(JsonNode need) throws IOException, InterruptedException {
        JsonNode pasta = need.path("lines").get(0);
        Map<String, Object> promised = new LinkedHashMap<>(line("PASTA", 40, "PIECE"));
        promised.put("needLineId", pasta.path("id").asText());
        return people.does("giulia", "donation", "/donations",
                Map.of("hubId", ISOLA, "windowStart", at(today.plusDays(1), 9), "windowEnd",
                        at(today.plusDays(1), 12), "handover", "DROP_OFF", "ifNotNeeded", "HUB", "lines", List.of(promised)))
                .path("code").asText();
    }

    private void generalDonation(UUID organisation) throws IOException, InterruptedException {
        people.does("paolo", "general-donation", "/donations",
                Map.of("hubId", ISOLA, "windowStart", at(today.plusDays(2), 9), "windowEnd",
                        at(today.plusDays(2), 12), "handover", "COLLECTION", "donorOrganisationId", organisation, "ifNotNeeded",
                        "HUB", "lines",
                        List.of(line("RICE", 80, "PIECE"), line("UHT_MILK", 120, "PIECE"))));
    }

    private void longLifeGoods() throws IOException, InterruptedException {
        JsonNode arrival = people.does("marco", "long-life-goods", "/hubs/" + ISOLA + "/arrivals",
                Map.of("kind", "SUPPLIER", "supplier",
                        "Fornitore di prova (demo)", "fundingSource", "ESF_PLUS", "documentNumber", "DDT-DEMO-1", "lines",
                        List.of(line("PASTA", 400, "PIECE"), line("RICE", 160, "PIECE"), line("PULSES", 260, "PIECE"),
                                line("TUNA", 200, "PIECE"),
                                line("BISCUITS", 140, "PIECE"), line("TOMATO_PUREE", 220, "PIECE"), line("OIL", 90, "PIECE"),
                                line("SALT", 60, "PIECE"), line("SUGAR", 80, "PIECE"), line("INFANT_MILK", 20, "PIECE"),
                                line("NAPPIES", 20, "PIECE"))));
        receives("marco", "long-life-goods-are-here", arrival, Map.of());
    }

    /** The fresh hub takes in, and shares out: Isola is where its part is received, one crate short. */
    private void freshGoods() throws IOException, InterruptedException {
        JsonNode arrival = people.does("sara", "fresh-goods", "/hubs/" + FOODY + "/arrivals",
                Map.of("kind", "UNANNOUNCED", "fundingSource", "SURPLUS", "lines",
                        List.of(line("APPLES", 420, "KG"), line("ORANGES", 380, "KG"),
                                line("POTATOES", 510, "KG"), line("CABBAGE", 300, "KG"), line("ONIONS", 180, "KG"))));
        receives("sara", "fresh-goods-are-here", arrival, Map.of("CABBAGE", 24));
        JsonNode transfer = people.does("sara", "transfer", "/transfers", Map.of("fromHubId", FOODY, "toHubId", ISOLA, "lines",
                List.of(line("APPLES", 60, "KG"), line("ORANGES", 60, "KG"), line("POTATOES", 60, "KG"),
                        line("CABBAGE", 48, "KG"),
                        line("ONIONS", 20, "KG"))));
        people.does("sara", "transfer-leaves", "/transfers/" + id(transfer) + "/dispatch", Map.of());
        JsonNode arrivals = people.sees("marco", "/hubs/" + ISOLA + "/arrivals?limit=100",
                list -> ofTransfer(list, id(transfer)) != null);
        receives("marco", "transfer-is-here", ofTransfer(arrivals, id(transfer)), Map.of());
    }

    private static JsonNode ofTransfer(JsonNode arrivals, UUID transfer) {
        return items(arrivals).stream().filter(arrival -> arrival.path("transferId").asText().equals(transfer.toString()))
                .findFirst()
                .orElse(null);
    }

    private void arrives(String code) throws IOException, InterruptedException {
        JsonNode arrivals = people.sees("marco", "/hubs/" + ISOLA + "/arrivals?code=" + code, list -> !items(list).isEmpty());
        receives("marco", "donation-is-here", items(arrivals).get(0), Map.of("PASTA", 2));
    }

    /** All that was expected is there; of some items a part is spoilt. */
    private void receives(String person, String step, JsonNode arrival, Map<String, Integer> spoilt)
            throws IOException, InterruptedException {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (JsonNode line : items(arrival.path("lines"))) {
            int rejected = spoilt.getOrDefault(line.path("itemCode").asText(), 0);
            String accepted = new BigDecimal(line.path("expected").asText()).subtract(BigDecimal.valueOf(rejected))
                    .toPlainString();
            Map<String, Object> received = new LinkedHashMap<>(
                    Map.of("arrivalLineId", line.path("id").asText(), "accepted", accepted));
            if (rejected > 0) {
                received.putAll(Map.of("rejected", String.valueOf(rejected), "reason", "DAMAGED", "destination", "WASTE"));
            }
            boolean dateIsAsked = line.path("dateKind").asText().equals("BEST_BEFORE") && !line.path("lot").isObject();
            if (dateIsAsked) {
                received.put("lots",
                        List.of(Map.of("lotCode", "DEMO-" + line.path("itemCode").asText(), "dateKind", "BEST_BEFORE", "date",
                                YearMonth.from(today.plusMonths(10)).toString(), "quantity", accepted)));
            }
            lines.add(received);
        }
        people.does(person, step, "/arrivals/" + id(arrival) + "/receipts",
                Map.of("id", DemoPeople.named(step + "-receipt"), "occurredAt", Instant.now().toString(), "close", true,
                        "lines", lines));
    }

    /** Eight households of every size, two with an infant, one without pasta. */
    private List<UUID> households(UUID referrer) throws IOException, InterruptedException {
        List<List<Map<String, Object>>> families = List.of(List.of(band("AGE_65_PLUS", 1, 0)),
                List.of(band("AGE_30_64", 1, 1), band("AGE_0_2", 1, 0)),
                List.of(band("AGE_30_64", 1, 1), band("AGE_3_15", 2, 1)),
                List.of(band("AGE_30_64", 1, 0), band("AGE_3_15", 1, 1)), List.of(band("AGE_65_PLUS", 1, 1)),
                List.of(band("AGE_18_29", 0, 1)),
                List.of(band("AGE_30_64", 1, 1), band("AGE_0_2", 0, 1), band("AGE_3_15", 2, 0)),
                List.of(band("AGE_18_29", 1, 1), band("AGE_16_17", 0, 1)));
        List<UUID> households = new ArrayList<>();
        for (int i = 0; i < families.size(); i++) {
            Map<String, Object> household = new LinkedHashMap<>(
                    Map.of("hubId", ISOLA, "bands", families.get(i), "municipio", 9, "deliveryMode",
                            "DELIVERY"));
            household.put("contact", contact(i));
            if (i == 5) {
                household.put("exclusions", List.of(item("PASTA")));
            }
            if (i % 2 == 0) {
                household.put("referrerOrganisationId", referrer);
            }
            households.add(id(people.does(i % 2 == 0 ? "anna" : "marco", "household-" + (i + 1), "/households", household)));
        }
        return households;
    }

    /** Names of flowers, and numbers and an e-mail domain that nobody has: no real person can be meant. */
    private static Map<String, Object> contact(int household) {
        List<String> doorbells = List.of("Famiglia Ginestra", "Famiglia Oleandro", "Famiglia Glicine", "Famiglia Mughetto",
                "Famiglia Genziana", "Signor Papavero", "Famiglia Fiordaliso", "Famiglia Bucaneve");
        List<String> languages = List.of("it", "ar", "es", "it", "it", "en", "uk", "ro");
        String number = String.valueOf(household + 1);
        return Map.of("name", doorbells.get(household) + " (demo)", "phone", "02 0000 000" + number, "email",
                "casa" + number + "@demo.example", "address", "Via Inventata " + number + ", Milano", "stair",
                household % 2 == 0 ? "A" : "B", "floor", number, "language", languages.get(household));
    }

    /** Four households today, to whom the manager goes: three have theirs already and one is on its way; four tomorrow. */
    private void parcels(List<UUID> households) throws IOException, InterruptedException {
        Map<UUID, List<UUID>> todays = packed("today", today, households.subList(0, 4));
        Map<UUID, List<UUID>> tomorrows = packed("tomorrow", today.plusDays(1), households.subList(4, 8));
        int number = 0;
        for (List<UUID> parcels : todays.values()) {
            number++;
            JsonNode delivery = delivery("delivery-" + number, parcels, today, List.of());
            people.does("marco", "delivery-" + number + "-leaves", "/deliveries/" + id(delivery) + "/loading", Map.of());
            if (number <= 3) {
                confirms("delivery-" + number + "-is-there", delivery);
            }
        }
        for (List<UUID> parcels : tomorrows.values()) {
            number++;
            delivery("delivery-" + number, parcels, today.plusDays(1),
                    List.of(DemoPeople.idOf("giulia"), DemoPeople.idOf("omar")));
        }
    }

    private Map<UUID, List<UUID>> packed(String step, LocalDate handOver, List<UUID> households)
            throws IOException, InterruptedException {
        Map<UUID, List<UUID>> parcels = new LinkedHashMap<>();
        for (String recipe : List.of("BASE", "FRESH_KIT", "INFANT")) {
            JsonNode answer = people.does("marco", "parcels-" + step + "-" + recipe.toLowerCase(),
                    "/hubs/" + ISOLA + "/parcels",
                    Map.of("recipe", recipe, "handOver", handOver.toString(), "householdIds", households));
            for (JsonNode parcel : items(answer.path("packed"))) {
                parcels.computeIfAbsent(UUID.fromString(parcel.path("householdId").asText()), household -> new ArrayList<>())
                        .add(UUID.fromString(parcel.path("parcelId").asText()));
            }
        }
        return parcels;
    }

    private JsonNode delivery(String step, List<UUID> parcels, LocalDate day, List<UUID> assignees)
            throws IOException, InterruptedException {
        return people.does("marco", step, "/deliveries",
                Map.of("hubId", ISOLA, "kind", "HOUSEHOLD", "parcelIds", parcels, "plannedFor",
                        day.toString(), "assignees", assignees));
    }

    private void confirms(String step, JsonNode delivery) throws IOException, InterruptedException {
        people.does("marco", step, "/deliveries/" + id(delivery) + "/confirmation",
                Map.of("id", DemoPeople.named(step + "-confirmation"),
                        "occurredAt", Instant.now().toString(), "outcome", "DELIVERED"));
    }

    /** What giulia brought for anna's canteen reaches it: promised, in transit, received. */
    private void deliverTo(JsonNode need) throws IOException, InterruptedException {
        JsonNode delivery = people.does("marco", "need-delivery", "/deliveries",
                Map.of("hubId", ISOLA, "kind", "NEED", "needId", id(need),
                        "plannedFor", today.toString(), "assignees", List.of()));
        people.does("marco", "need-delivery-leaves", "/deliveries/" + id(delivery) + "/loading", Map.of());
        confirms("need-delivery-is-there", delivery);
    }

    private static Map<String, Object> line(String item, int quantity, String unit) {
        return Map.of("itemId", item(item), "quantity", String.valueOf(quantity), "unit", unit);
    }

    private static UUID item(String code) {
        return DemoPeople.id(201 + ITEMS.indexOf(code));
    }

    private static Map<String, Object> band(String band, int female, int male) {
        return Map.of("band", band, "female", female, "male", male, "notStated", 0);
    }

    private static List<Map<String, Object>> roles(Map<String, Integer> places) {
        return places.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(place -> Map.<String, Object>of("role", place.getKey(), "capacity", place.getValue())).toList();
    }

    private static String at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(MILAN).toInstant().toString();
    }

    private static UUID id(JsonNode thing) {
        return UUID.fromString(thing.path("id").asText());
    }

    private static List<JsonNode> items(JsonNode list) {
        JsonNode array = list.isArray() ? list : list.path("items");
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
