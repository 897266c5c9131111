package it.milanoaiuta.journeys;

import static it.milanoaiuta.journeys.Catalogue.APPLES;
import static it.milanoaiuta.journeys.Catalogue.ISOLA;
import static it.milanoaiuta.journeys.Catalogue.LAMBRATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Acts drawn by dice around one need of an organisation and one of a hub, asked of the services themselves. */
final class Programme {

    private static final List<String> HUBS = List.of(ISOLA, LAMBRATE);

    /** An act, with dice of its own so that those of one moment can be told apart; null when there is nothing to do it to. */
    private interface Act extends Function<Random, Answer> {}

    private final Books books;
    private final Random dice;
    private final List<Person> donors;
    private final Person anna;
    private final Person manager;
    private final Person hubs;
    private final List<String> needs = new ArrayList<>();
    private final List<String> needLines = new ArrayList<>();
    private final Map<String, Act> acts = new LinkedHashMap<>();
    private final List<String> history = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> done = Collections.synchronizedMap(new TreeMap<>());

    Programme(Steps steps, Person manager, Books books, Random dice) {
        this.books = books;
        this.dice = dice;
        String donations = steps.city.parts().addresses().donations();
        this.donors = List.of(steps.giulia.at(donations), steps.paolo.at(donations), steps.omar.at(donations));
        this.anna = steps.anna.at(donations);
        this.manager = manager.at(donations);
        this.hubs = manager.at(steps.city.parts().addresses().foodHub());
        ask(anna, "ORGANISATION", steps.city.organisationOf(steps.anna), steps.elena.at(donations));
        ask(this.manager, "HUB", ISOLA, null);
        for (int i = 0; i < 3; i++) {
            acts.put("pledge " + i, this::pledge);
            acts.put("receive " + i, this::receive);
        }
        acts.put("come elsewhere", this::comeElsewhere);
        acts.put("give of its own", this::giveOfItsOwn);
        acts.put("reschedule", this::reschedule);
        acts.put("cancel", this::cancel);
        acts.put("lapse", this::lapse);
        acts.put("undo", this::undo);
        acts.put("load", this::load);
        acts.put("hand over", this::handOver);
        acts.put("bring back", this::bringBack);
        acts.put("cancel the delivery", this::cancelDelivery);
        acts.put("renew", roll -> anna.post("/needs/" + needs.get(0) + "/renewal", Map.of()));
    }

    private void ask(Person owner, String kind, String id, Person coordinator) {
        Map<String, Object> asked = Map.of("ownerKind", kind, "ownerId", id, "deliverTo",
                Map.of("name", "Centro", "address", "via Padova 1, Milano", "municipio", 2), "byWhen",
                Instant.now().plus(3, ChronoUnit.DAYS).toString(), "urgency", "THIS_WEEK", "lines",
                List.of(Map.of("itemId", APPLES, "quantity", "10", "unit", "KG")));
        Answer need = Soon.see("one who may ask", () -> owner.post("/needs", asked),
                answer -> answer.status() != 404 && answer.status() != 409).expect(201);
        if (need.text("/state").equals("PENDING")) {
            coordinator.post("/needs/" + need.id() + "/validation", Map.of("decision", "PUBLISHED")).expect(200);
        }
        needs.add(need.id());
        needLines.add(need.text("/lines/0/id"));
    }

    List<String> needs() {
        return needs;
    }

    List<String> history() {
        return history;
    }

    Map<String, Integer> done() {
        return done;
    }

    /** One act, or several at the same moment. */
    void step(boolean nearTheEnd) {
        if (nearTheEnd && dice.nextInt(6) == 0) {
            acts.put("end", this::end);
        }
        int together = dice.nextInt(3) == 0 ? 2 + dice.nextInt(3) : 1;
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < together; i++) {
            String name = any(dice, List.copyOf(acts.keySet()));
            long roll = dice.nextLong();
            running.add(CompletableFuture.runAsync(() -> act(name, new Random(roll))));
        }
        running.forEach(CompletableFuture::join);
    }

    private void act(String name, Random roll) {
        Answer answer = acts.get(name).apply(roll);
        if (answer != null) {
            history.add(name + " " + answer.status());
            assertThat(answer.status()).as("%s → %s", answer.request(), answer.body())
                    .satisfiesAnyOf(status -> assertThat(status).isLessThan(500), status -> assertThat(status).isEqualTo(503));
            if (answer.status() < 300) {
                done.merge(name, 1, Integer::sum);
            }
        }
    }

    // ---------------------------------------------------------------- donors

    private Answer pledge(Random roll) {
        int which = roll.nextInt(needLines.size());
        return any(roll, donors).post("/donations",
                promise(which == 1 ? ISOLA : any(roll, HUBS), needLines.get(which), 1 + roll.nextInt(10), roll));
    }

    private Answer giveOfItsOwn(Random roll) {
        Map<String, Object> gift = promise(ISOLA, needLines.get(0), 1 + roll.nextInt(3), roll);
        gift.put("onBehalfOfHubId", ISOLA);
        return manager.post("/donations", gift);
    }

    private static Map<String, Object> promise(String hub, String needLine, int quantity, Random roll) {
        Instant start = Instant.now().plus(1, ChronoUnit.HOURS);
        return new HashMap<>(Map.of("hubId", hub, "windowStart", start.toString(), "windowEnd",
                start.plus(2, ChronoUnit.HOURS).toString(), "handover", "DROP_OFF", "ifNotNeeded",
                roll.nextBoolean() ? "HUB" : "CANCEL", "lines",
                List.of(Map.of("needLineId", needLine, "itemId", APPLES, "quantity", quantity, "unit", "KG"))));
    }

    /** @param where what must hold of the donation d */
    private List<String> aDonation(Random roll, String where) {
        List<List<String>> found = Books.texts(books.donations, """
                select distinct d.code, d.id::text, d.donor::text from donation d join donation_line l on l.donation_id = d.id
                join need_line n on n.id = l.need_line_id where n.need_id = any(?::uuid[]) and %s order by 2
                """.formatted(where), needs);
        return found.isEmpty() ? null : any(roll, found);
    }

    private Person donorOf(List<String> donation) {
        return donors.stream().filter(donor -> donor.subject().equals(donation.get(2))).findFirst().orElse(manager);
    }

    private Answer reschedule(Random roll) {
        List<String> donation = aDonation(roll, "d.state = 'SCHEDULED'");
        if (donation == null) {
            return null;
        }
        Person donor = donorOf(donation);
        String etag = donor.get("/donations/" + donation.get(0)).headers().firstValue("ETag").orElse("");
        return donor.patch("/donations/" + donation.get(0), roll.nextInt(4) == 0
                ? Map.of("ifNotNeeded", "CANCEL")
                : Map.of("hubId", any(roll, HUBS)), etag);
    }

    private Answer cancel(Random roll) {
        List<String> donation = aDonation(roll, "d.state = 'SCHEDULED'");
        return donation == null ? null : donorOf(donation).delete("/donations/" + donation.get(0));
    }

    /** Its time passes. */
    private Answer lapse(Random roll) {
        List<String> donation = aDonation(roll, "d.state = 'SCHEDULED'");
        if (donation != null) {
            Books.change(books.donations, "update donation set lapses_at = now() where id = ?::uuid", donation.get(1));
            history.add("lapse");
        }
        return null;
    }

    private Answer end(Random roll) {
        int which = roll.nextInt(2);
        Person owner = which == 0 ? anna : manager;
        return roll.nextBoolean()
                ? owner.post("/needs/" + needs.get(which) + "/closure", Map.of())
                : owner.delete("/needs/" + needs.get(which));
    }

    // ---------------------------------------------------------------- hubs

    private String found(Random roll, String sql) {
        List<List<String>> found = Books.texts(books.foodHub, sql, needs);
        return found.isEmpty() ? null : any(roll, found).get(0);
    }

    /** At a hub it may never have been planned for; it is received there as any other. */
    private Answer comeElsewhere(Random roll) {
        List<String> donation = aDonation(roll, "d.on_behalf_of_hub_id is null");
        return donation == null
                ? null
                : hubs.post("/hubs/" + any(roll, HUBS) + "/arrivals/by-code", Map.of("code", donation.get(0)));
    }

    /** At whichever hub it comes, whether or not somebody expects it still. */
    private Answer receive(Random roll) {
        String id = found(roll, """
                select distinct a.id::text from arrival a join arrival_line l on l.arrival_id = a.id
                where l.need_id = any(?::uuid[]) and a.kind = 'DONATION' and a.state <> 'CLOSED' order by 1""");
        if (id == null) {
            return null;
        }
        JsonNode arrival = hubs.get("/arrivals/" + id).expect(200).body();
        JsonNode line = arrival.at("/lines/0");
        BigDecimal open = number(line, "expected").subtract(number(line, "accepted")).subtract(number(line, "rejected"))
                .subtract(number(line, "missing"));
        Map<String, Object> said = said(line, open, roll);
        BigDecimal left = open.subtract(sum(said, "accepted", "missing", "rejected"));
        return hubs.post("/arrivals/" + id + "/receipts", Map.of("id", UUID.randomUUID().toString(), "occurredAt",
                Instant.now().toString(), "seenVersion", arrival.path("version").asLong(), "close",
                left.signum() == 0 && roll.nextBoolean(), "lines", List.of(said)));
    }

    /** All of what is open or a part; the rest is refused, missing or left open; sometimes more came. */
    private static Map<String, Object> said(JsonNode line, BigDecimal open, Random roll) {
        BigDecimal accepted = roll.nextInt(3) > 0 ? open : new BigDecimal(roll.nextInt(open.intValue() + 1));
        BigDecimal rest = roll.nextBoolean() ? open.subtract(accepted) : BigDecimal.ZERO;
        Map<String, Object> said = new HashMap<>(Map.of("arrivalLineId", line.path("id").asText(), "accepted", accepted));
        if (accepted.equals(open) && roll.nextInt(3) == 0) {
            said.put("surplus", 1 + roll.nextInt(4));
        } else if (roll.nextBoolean()) {
            said.put("missing", rest);
        } else {
            said.putAll(Map.of("rejected", rest, "reason", "DAMAGED", "destination", "BACK_WITH_DRIVER"));
        }
        return said;
    }

    private static BigDecimal sum(Map<String, Object> said, String... fields) {
        return Stream.of(fields).map(said::get).filter(Objects::nonNull).map(BigDecimal.class::cast)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(JsonNode line, String field) {
        return new BigDecimal(line.path(field).asText());
    }

    private Answer undo(Random roll) {
        String receipt = found(roll, """
                select distinct r.id::text from receipt r join arrival_line l on l.arrival_id = r.arrival_id
                where l.need_id = any(?::uuid[]) and r.state = 'BOOKED' order by 1""");
        return receipt == null ? null : hubs.post("/receipts/" + receipt + "/undoing", Map.of());
    }

    private String delivery(Random roll, String where) {
        return found(roll, "select id::text from delivery where need_id = any(?::uuid[]) and " + where + " order by 1");
    }

    private Answer load(Random roll) {
        String delivery = delivery(roll, "state = 'PLANNED'");
        return delivery == null ? null : hubs.post("/deliveries/" + delivery + "/loading", Map.of());
    }

    private Answer handOver(Random roll) {
        String delivery = delivery(roll, "state in ('PLANNED', 'LOADED')");
        if (delivery == null) {
            return null;
        }
        Map<String, Object> said = new HashMap<>(
                Map.of("id", UUID.randomUUID().toString(), "occurredAt", Instant.now().toString()));
        switch (roll.nextInt(3)) {
            case 0 -> said.put("outcome", "DELIVERED");
            case 1 -> said.putAll(Map.of("outcome", "FAILED", "reason", "NOBODY_HOME"));
            default -> {
                BigDecimal all = new BigDecimal(Books.texts(books.foodHub, """
                        select coalesce((select sum(quantity) from reservation where holder_id = d.id and ended_at is null),
                          (select sum(quantity) from delivery_line where delivery_id = d.id), 0)::text
                        from delivery d where id = any(?::uuid[])""", List.of(delivery)).get(0).get(0));
                said.putAll(Map.of("outcome", "PARTIAL", "lines",
                        List.of(Map.of("itemId", APPLES, "delivered", BigDecimal.ONE, "returned",
                                all.subtract(BigDecimal.ONE)))));
            }
        }
        if (roll.nextBoolean() && !said.get("outcome").equals("DELIVERED")) {
            said.put("back", Map.of("readings", List.of()));
        }
        return hubs.post("/deliveries/" + delivery + "/confirmation", said);
    }

    private Answer bringBack(Random roll) {
        String delivery = delivery(roll, "state in ('PARTIAL', 'FAILED') and returned_at is null");
        return delivery == null ? null : hubs.post("/deliveries/" + delivery + "/return", Map.of("readings", List.of()));
    }

    private Answer cancelDelivery(Random roll) {
        String delivery = delivery(roll, "state = 'PLANNED'");
        return delivery == null ? null : hubs.delete("/deliveries/" + delivery);
    }

    private static <T> T any(Random roll, List<T> all) {
        return all.get(roll.nextInt(all.size()));
    }
}
