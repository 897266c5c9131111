package it.milanoaiuta.foodhub.stock;

import static it.milanoaiuta.foodhub.Scene.line;
import static it.milanoaiuta.foodhub.Scene.receipt;
import static it.milanoaiuta.foodhub.Scene.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.platform.testing.AtOnce;
import it.milanoaiuta.platform.web.CityTime;

/**
 * Two hubs live through a random programme of everything that moves goods, one thing after the other and then several at the
 * same moment. Whatever is done, refused, undone or told too late: balances equal the ledger, nothing is or ever was below
 * nothing, what was taken in is somewhere, to the gram, and nobody gets a failure of ours for an answer.
 */
@QuarkusTest
class EveryGramTest {

    private static final int STEPS = 90;
    private static final int ROUNDS = 12;
    private static final int AT_ONCE = 5;

    @Inject
    Scene scene;

    final long seed = Long.getLong("seed", System.nanoTime());
    final Random random = new Random(seed);
    final LocalDate tomorrow = LocalDate.now(CityTime.ZONE).plusDays(1);
    /** What came from outside, by what we were answered, in the item's base unit. */
    final Map<UUID, BigDecimal> came = new ConcurrentHashMap<>();
    /** What each confirmation brought from outside, until it is undone. */
    final Map<UUID, Map<UUID, BigDecimal>> brought = new ConcurrentHashMap<>();
    final Map<String, Integer> done = new TreeMap<>();
    final UUID need = UUID.randomUUID();
    final UUID needLine = UUID.randomUUID();
    List<OwnHub> hubs;
    List<UUID> items;
    List<UUID> households;

    /** One thing that somebody does; answers what it was and the last answer, null when there was nothing to do it to. */
    private interface Act {
        Response by(OwnHub hub, Random dice);
    }

    private final Map<String, Act> acts = new LinkedHashMap<>();
    private final List<String> deck = new ArrayList<>();

    @BeforeEach
    void twoHubs() {
        System.out.println("seed " + seed);
        scene.catalogue();
        scene.pastaRecipe();
        hubs = List.of(scene.hub(), scene.hub());
        items = List.of(scene.loose(), Scene.PASTA, scene.item("PIECE", "CHILLED", "USE_BY"));
        households = new ArrayList<>();
        hubs.forEach(hub -> households.addAll(scene.householdsOf(hub, 4, i -> i + 1)));
        acts.put("take in", this::takeIn);
        acts.put("go on taking in", this::goOnTakingIn);
        acts.put("undo", this::undo);
        acts.put("sort out", this::sortOut);
        acts.put("send", this::send);
        acts.put("pack", this::pack);
        acts.put("unpack", this::unpack);
        acts.put("plan", this::plan);
        acts.put("load", this::load);
        acts.put("confirm", this::confirm);
        acts.put("bring back", this::bringBack);
        acts.put("cancel", this::cancel);
        acts.put("give", this::give);
        acts.put("withdraw", this::withdraw);
        acts.put("settle", this::settle);
        for (OwnHub hub : hubs) {
            for (int i = 0; i < 3; i++) {
                takeIn(hub, random);
            }
        }
    }

    @Test
    void whatever_is_done_to_the_goods_every_gram_stays_somewhere() throws Exception {
        for (int i = 0; i < STEPS; i++) {
            one(random.nextLong()).call();
            everythingAddsUp();
        }
        for (int i = 0; i < ROUNDS; i++) {
            List<Callable<String>> together = new ArrayList<>();
            for (int j = 0; j < AT_ONCE; j++) {
                together.add(one(random.nextLong()));
            }
            AtOnce.all(together.stream());
            everythingAddsUp();
        }
        System.out.println("done " + done);
        assertThat(done.values().stream().mapToInt(times -> times).sum() > STEPS / 2).as(() -> "seed " + seed + ": " + done)
                .isTrue();
    }

    private Callable<String> one(long own) {
        Random dice = new Random(own);
        OwnHub hub = any(dice, hubs);
        String what = next();
        return () -> {
            Response answer = acts.get(what).by(hub, dice);
            if (answer != null) {
                assertThat(answer.statusCode() < 500).as(() -> "seed " + seed + ", " + what + ": " + answer.asString())
                        .isTrue();
                assertThat(answer.statusCode() != 400 && answer.statusCode() != 404)
                        .as(() -> "seed " + seed + ", " + what + " was not said rightly: " + answer.asString()).isTrue();
                if (answer.statusCode() < 300) {
                    synchronized (done) {
                        done.merge(what, 1, Integer::sum);
                    }
                }
            }
            return what;
        };
    }

    /** From a shuffled deck: each has its turn. */
    private String next() {
        if (deck.isEmpty()) {
            deck.addAll(acts.keySet());
            Collections.shuffle(deck, random);
        }
        return deck.remove(0);
    }

    private void everythingAddsUp() {
        scene.mustBalance();
        assertThat(scene.figureDifferences()).as(() -> "seed " + seed).isEqualTo(0);
        for (UUID item : items) {
            BigDecimal outside = scene.decimal("""
                    select coalesce(sum(-b.quantity), 0.000) from balance b
                    where b.kind = 'SUPPLIER' and b.item_id = ?1
                      and b.owner in (select id from arrival where hub_id in (?2, ?3))""", item, hubs.get(0).id(),
                    hubs.get(1).id());
            assertThat(came.getOrDefault(item, BigDecimal.ZERO).compareTo(outside))
                    .as(() -> "seed " + seed + ": " + came + " came of " + item + ", booked is " + outside).isEqualTo(0);
        }
    }

    // ---------------------------------------------------------------- goods come

    private Response takeIn(OwnHub hub, Random dice) {
        UUID item = any(dice, items);
        Response arrival = scene.announce(hub, item, quantity(dice, item, 90), unit(item));
        return received(hub, arrival.path("id"), dice);
    }

    private Response goOnTakingIn(OwnHub hub, Random dice) {
        UUID arrival = anyId(dice, "select id from arrival where hub_id = ?1 and kind <> 'OWN_STOCK'"
                + " and state in ('EXPECTED', 'RECEIVING') order by id", hub.id());
        return arrival == null ? null : received(hub, arrival, dice);
    }

    /** All or a part of what is open is accepted, the rest rejected, missing or left open; sometimes more came. */
    @SuppressWarnings("unchecked")
    private Response received(OwnHub hub, Object arrivalId, Random dice) {
        Response arrival = hub.as().get("/api/v1/arrivals/" + arrivalId);
        boolean between = arrival.path("transferId") != null;
        List<Map<String, Object>> lines = new ArrayList<>();
        Map<UUID, BigDecimal> outside = new HashMap<>();
        for (Map<String, Object> line : (List<Map<String, Object>>) arrival.path("lines")) {
            BigDecimal open = number(line, "expected").subtract(number(line, "accepted")).subtract(number(line, "rejected"))
                    .subtract(number(line, "missing"));
            lines.add(said(line, open, between, arrival.path("kind").equals("RETURN"), dice, outside));
        }
        boolean close = dice.nextInt(3) > 0;
        Map<String, Object> said = with(receipt(close, lines.toArray(Map[]::new)), "seenVersion", dice.nextInt(5) == 0
                ? 1
                : arrival.path("version"));
        if (dice.nextInt(4) == 0) {
            said.put("occurredAt", Instant.now().minusMillis(dice.nextInt(3_000)).toString());
        }
        Response answer = scene.confirm(hub, arrivalId, said);
        if (answer.statusCode() == 400) { // it does not add up to close
            said.put("close", false);
            answer = scene.confirm(hub, arrivalId, said);
        }
        if (answer.statusCode() == 201 && !between) {
            outside.forEach((item, quantity) -> came.merge(item, quantity, BigDecimal::add));
            brought.put(UUID.fromString(answer.path("id")), outside);
        }
        return answer.statusCode() == 400 ? null : answer;
    }

    private Map<String, Object> said(Map<String, Object> line, BigDecimal open, boolean between, boolean isReturn, Random dice,
            Map<UUID, BigDecimal> outside) {
        UUID item = UUID.fromString((String) line.get("itemId"));
        BigDecimal accepted = part(dice, item, open);
        BigDecimal rest = dice.nextBoolean() ? open.subtract(accepted) : BigDecimal.ZERO;
        boolean isAllThere = accepted.compareTo(open) == 0 && number(line, "missing").signum() == 0;
        BigDecimal surplus = isAllThere && dice.nextInt(2) == 0 ? new BigDecimal(quantity(dice, item, 3)) : BigDecimal.ZERO;
        Map<String, Object> said = line(line.get("id"), accepted.toPlainString());
        said.put("surplus", surplus);
        BigDecimal stays = accepted.add(surplus);
        if (rest.signum() > 0 && dice.nextBoolean()) {
            String to = any(dice, isReturn ? List.of("WASTE", "COMPOST") : List.of("WASTE", "BACK_WITH_DRIVER"));
            said.putAll(Map.of("rejected", rest, "reason", "DAMAGED", "destination", to));
            stays = to.equals("BACK_WITH_DRIVER") ? stays : stays.add(rest);
        } else {
            said.put("missing", rest);
        }
        outside.merge(item, stays, BigDecimal::add);
        if (items.get(2).equals(item)) {
            said.put("temperature", dice.nextInt(4) == 0 ? "12.0" : "3.0");
        }
        if (!between && accepted.add(surplus).signum() > 0 && !items.get(0).equals(item)) {
            said.put("lots", List.of(Map.of("dateKind", items.get(1).equals(item) ? "BEST_BEFORE" : "USE_BY", "date",
                    tomorrow.plusDays(dice.nextInt(40)).toString(), "quantity", accepted.add(surplus))));
        }
        return said;
    }

    private Response undo(OwnHub hub, Random dice) {
        UUID receipt = anyId(dice, """
                select r.id from receipt r join arrival a on a.id = r.arrival_id
                where a.hub_id = ?1 and r.state = 'BOOKED' order by r.id desc limit 6""", hub.id());
        if (receipt == null) {
            return null;
        }
        Response answer = hub.as().post("/api/v1/receipts/" + receipt + "/undoing");
        Map<UUID, BigDecimal> outside = answer.statusCode() < 300 ? brought.remove(receipt) : null;
        if (outside != null) {
            outside.forEach((item, quantity) -> came.merge(item, quantity.negate(), BigDecimal::add));
        }
        return answer;
    }

    /** What a telephone said too late turns out to be a further arrival, or nothing, or goods found. */
    private Response settle(OwnHub hub, Random dice) {
        List<Map<String, Object>> waiting = hub.as().get("/api/v1/hubs/" + hub.id() + "/to-settle").path("items");
        if (waiting.isEmpty()) {
            return null;
        }
        Map<String, Object> kept = any(dice, waiting);
        UUID lot = lot(hub, dice);
        Map<String, Object> choice = lot == null || dice.nextBoolean()
                ? Map.of("choice", "SAME_GOODS")
                : Map.of("choice", "CORRECTION", "corrections",
                        List.of(Map.of("lotId", lot, "quantity", "1", "change", dice.nextBoolean() ? "FOUND" : "LOST")));
        return hub.as().body(choice).post("/api/v1/hubs/" + hub.id() + "/to-settle/" + kept.get("id") + "/settlement");
    }

    // ---------------------------------------------------------------- goods move

    private Response sortOut(OwnHub hub, Random dice) {
        UUID lot = lot(hub, dice);
        if (lot == null) {
            return null;
        }
        boolean out = dice.nextInt(3) > 0;
        Map<String, Object> said = new HashMap<>(Map.of("from", out ? "STOCK" : "QUARANTINE", "to",
                out ? any(dice, List.of("QUARANTINE", "WASTE", "SHRINKAGE", "ANIMAL_FEED")) : "STOCK", "lines",
                List.of(Map.of("lotId", lot, "quantity", quantity(dice, Scene.PASTA, 9)))));
        if (dice.nextBoolean()) {
            said.put("occurredAt", Instant.now().minusMillis(dice.nextInt(4_000)).toString());
        }
        return hub.as().body(said).post("/api/v1/hubs/" + hub.id() + "/movements");
    }

    private Response send(OwnHub hub, Random dice) {
        OwnHub other = hubs.get(hubs.indexOf(hub) == 0 ? 1 : 0);
        UUID item = any(dice, items);
        Response draft = hub.as().body(Map.of("fromHubId", hub.id(), "toHubId", other.id(), "lines",
                List.of(Map.of("itemId", item, "quantity", quantity(dice, item, 20), "unit", unit(item)))))
                .post("/api/v1/transfers");
        String path = "/api/v1/transfers/" + draft.path("id");
        return dice.nextInt(5) == 0
                ? hub.as().header("If-Match", draft.header("ETag")).delete(path)
                : hub.as().post(path + "/dispatch");
    }

    private Response pack(OwnHub hub, Random dice) {
        List<UUID> own = households.subList(4 * hubs.indexOf(hub), 4 * hubs.indexOf(hub) + 4);
        Map<String, Object> asked = new HashMap<>(
                Map.of("recipe", "TEST_PASTA", "handOver", tomorrow.toString(), "householdIds",
                        own.subList(0, 1 + dice.nextInt(4))));
        if (dice.nextBoolean()) {
            asked.put("extraReason", "EMERGENCY");
        }
        return hub.as().body(asked).post("/api/v1/hubs/" + hub.id() + "/parcels");
    }

    private Response unpack(OwnHub hub, Random dice) {
        UUID parcel = freeParcel(hub, dice);
        return parcel == null ? null : hub.as().delete("/api/v1/parcels/" + parcel);
    }

    // ---------------------------------------------------------------- goods reach people

    private Response plan(OwnHub hub, Random dice) {
        UUID parcel = freeParcel(hub, dice);
        return parcel == null
                ? null
                : hub.as().body(Map.of("hubId", hub.id(), "kind", "HOUSEHOLD", "parcelIds", List.of(parcel), "plannedFor",
                        tomorrow.toString())).post("/api/v1/deliveries");
    }

    private Response load(OwnHub hub, Random dice) {
        UUID delivery = delivery(hub, dice, "'PLANNED'");
        return delivery == null ? null : hub.as().post("/api/v1/deliveries/" + delivery + "/loading");
    }

    private Response confirm(OwnHub hub, Random dice) {
        UUID delivery = delivery(hub, dice, "'PLANNED', 'LOADED', 'DELIVERED', 'CANCELLED'");
        if (delivery == null) {
            return null;
        }
        Map<String, Object> said = new HashMap<>(Map.of("id", UUID.randomUUID(), "occurredAt",
                Instant.now().minusMillis(dice.nextInt(2_000)).toString(), "seenVersion", dice.nextInt(3)));
        said.put("outcome", any(dice, List.of("DELIVERED", "FAILED", "PARTIAL")));
        if (said.get("outcome").equals("FAILED")) {
            said.put("reason", "NOBODY_HOME");
        }
        if (said.get("outcome").equals("PARTIAL") && !partly(hub, delivery, said, dice)) {
            return null;
        }
        if (!said.get("outcome").equals("DELIVERED") && dice.nextBoolean()) {
            said.put("back", Map.of());
        }
        Response answer = hub.as().body(said).post("/api/v1/deliveries/" + delivery + "/confirmation");
        return answer.statusCode() == 400 ? null : answer; // it changed while we looked
    }

    private boolean partly(OwnHub hub, UUID delivery, Map<String, Object> said, Random dice) {
        List<Map<String, Object>> lines = hub.as().get("/api/v1/deliveries/" + delivery).path("lines");
        if (lines == null || lines.isEmpty() || number(lines.get(0), "quantity").compareTo(BigDecimal.ONE) <= 0) {
            return false;
        }
        BigDecimal all = lines.stream().filter(line -> line.get("itemId").equals(lines.get(0).get("itemId")))
                .map(line -> number(line, "quantity")).reduce(BigDecimal.ZERO, BigDecimal::add);
        said.put("lines", List.of(Map.of("itemId", lines.get(0).get("itemId"), "delivered", BigDecimal.ONE, "returned",
                all.subtract(BigDecimal.ONE))));
        return true;
    }

    private Response bringBack(OwnHub hub, Random dice) {
        UUID delivery = delivery(hub, dice, "'FAILED', 'PARTIAL'");
        return delivery == null ? null : hub.as().body(Map.of()).post("/api/v1/deliveries/" + delivery + "/return");
    }

    private Response cancel(OwnHub hub, Random dice) {
        UUID delivery = delivery(hub, dice, "'PLANNED'");
        return delivery == null ? null : hub.as().delete("/api/v1/deliveries/" + delivery);
    }

    /** A donor promises to the need, or the hub gives of its own stock. */
    private Response give(OwnHub hub, Random dice) {
        UUID item = any(dice, items);
        Map<String, Object> line = Map.of("donationLineId", UUID.randomUUID(), "itemId", item, "quantity",
                quantity(dice, item, 9), "unit", unit(item), "storageClass", "AMBIENT", "kgPerUnit", "1", "needId", need,
                "needLineId", needLine);
        Map<String, Object> told = new HashMap<>(Map.of("donationId", UUID.randomUUID(), "code", "MA-TEST-TEST", "hubId",
                hub.id(), "windowStart", "2026-11-24T08:00:00Z", "windowEnd", "2026-11-24T12:00:00Z", "handover", "DROP_OFF",
                "fundingSource", "COLLECTION", "lines", List.of(line)));
        if (dice.nextBoolean()) {
            told.put("onBehalfOfHubId", hub.id());
        }
        scene.hear("donations.donations", "DonationScheduled.v1", told);
        return heard(hub);
    }

    private Response withdraw(OwnHub hub, Random dice) {
        UUID donation = anyId(dice, "select donation_id from arrival where hub_id = ?1 and donation_id is not null"
                + " and withdrawn is null order by donation_id", hub.id());
        if (donation == null) {
            return null;
        }
        scene.hear("donations.donations", "DonationCancelled.v1", Map.of("donationId", donation, "reason", "BY_DONOR"));
        return heard(hub);
    }

    private static Response heard(OwnHub hub) {
        return hub.as().get("/api/v1/hubs/mine");
    }

    // ---------------------------------------------------------------- dice

    private UUID delivery(OwnHub hub, Random dice, String states) {
        return anyId(dice, "select id from delivery where hub_id = ?1 and returned_at is null and state in (" + states
                + ") order by id", hub.id());
    }

    private UUID freeParcel(OwnHub hub, Random dice) {
        return anyId(dice,
                "select id from parcel where hub_id = ?1 and state in ('PACKED', 'RETURNED') and delivery_id is null order by id",
                hub.id());
    }

    private UUID lot(OwnHub hub, Random dice) {
        return anyId(dice, "select distinct lot_id from balance where owner = ?1 and kind in ('HUB', 'QUARANTINE')"
                + " and quantity > 0 order by lot_id", hub.id());
    }

    private UUID anyId(Random dice, String query, Object... parameters) {
        List<UUID> ids = scene.uuids(query, parameters);
        return ids.isEmpty() ? null : any(dice, ids);
    }

    private static <T> T any(Random dice, List<T> of) {
        return of.get(dice.nextInt(of.size()));
    }

    private String unit(UUID item) {
        return items.get(0).equals(item) ? "KG" : "PIECE";
    }

    private String quantity(Random dice, UUID item, int most) {
        return items.get(0).equals(item)
                ? new BigDecimal(1 + dice.nextInt(most * 1000)).movePointLeft(3).toPlainString()
                : String.valueOf(1 + dice.nextInt(most));
    }

    private BigDecimal part(Random dice, UUID item, BigDecimal of) {
        return of.multiply(BigDecimal.valueOf(dice.nextInt(11))).movePointLeft(1)
                .setScale(items.get(0).equals(item) ? 3 : 0, RoundingMode.DOWN).max(BigDecimal.ZERO);
    }

    private static BigDecimal number(Map<String, Object> line, String field) {
        return new BigDecimal((String) line.get(field));
    }
}
