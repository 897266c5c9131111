package it.milanoaiuta.donations.donation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import it.milanoaiuta.donations.need.Share;

/**
 * The arithmetic alone, without a service running: hubs set aside, give up, load, deliver, fail and bring back as food-hub does, and
 * tell it of each arrival and delivery in its order and in no order between them; whatever the order, once all is heard both books say
 * the same.
 */
class TwoBooksTest {

    private static final int SEEDS = 20_000;
    private static final int DONATIONS = 3;

    @Test
    void once_all_is_heard_both_books_say_the_same() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random dice = new Random(seed);
            Hub hub = new Hub(1 + dice.nextInt(20));
            IntStream.range(0, 25).forEach(step -> hub.act(dice));
            Donations heard = new Donations();
            hub.told.forEach(stream -> heard.streams.add(new ArrayDeque<>(stream)));
            heard.hearAll(dice);
            String about = "seed " + seed;
            assertThat(heard.sum(Claim::there)).as(about).isEqualTo(hub.filled());
            assertThat(heard.sum(Claim::handedOver)).as(about).isEqualTo(hub.delivered);
        }
    }

    /** What of each donation a delivery has, had on it ever, and handed over. */
    private static class Delivery {
        final int[] carried = new int[DONATIONS];
        final int[] handedOver = new int[DONATIONS];
        final List<Runnable> told;
        boolean loaded;

        Delivery(List<Runnable> told) {
            this.told = told;
        }

        int goods() {
            return IntStream.of(carried).sum();
        }
    }

    /** One need line; any number of arrivals of three donations. */
    private static class Hub {
        final int requested;
        final List<List<Runnable>> told = new ArrayList<>();
        final List<Runnable> undoing = new ArrayList<>();
        final List<Delivery> onTheRoad = new ArrayList<>();
        Delivery planned;
        int delivered;
        static Donations ears;

        Hub(int requested) {
            this.requested = requested;
        }

        int filled() {
            return delivered + (planned == null ? 0 : planned.goods()) + onTheRoad.stream().mapToInt(Delivery::goods).sum();
        }

        void act(Random dice) {
            switch (dice.nextInt(7)) {
                case 0, 1 -> receive(dice.nextInt(DONATIONS), 1 + dice.nextInt(9));
                case 2 -> undo(dice);
                case 3 -> cancel();
                case 4 -> load();
                case 5 -> handOver(dice);
                default -> receive(dice.nextInt(DONATIONS), 1 + dice.nextInt(3));
            }
        }

        private List<Runnable> newStream() {
            List<Runnable> stream = new ArrayList<>();
            told.add(stream);
            return stream;
        }

        private void receive(int donation, int accepted) {
            List<Runnable> arrival = newStream();
            UUID id = UUID.randomUUID();
            int setAside = Math.min(accepted, requested - filled());
            arrival.add(() -> ears.receipt(id, donation, accepted, setAside));
            if (setAside == 0) {
                return;
            }
            plan(donation, setAside);
            Delivery with = planned;
            undoing.add(() -> {
                if (planned == with && with.carried[donation] >= setAside) {
                    arrival.add(() -> ears.receipt(id, donation, 0, 0));
                    with.carried[donation] -= setAside;
                    tellPlan();
                }
            });
        }

        private void plan(int donation, int quantity) {
            if (planned == null) {
                planned = new Delivery(newStream());
            }
            planned.carried[donation] += quantity;
            tellPlan();
        }

        private void tellPlan() {
            Delivery delivery = planned;
            int[] carried = delivery.carried.clone();
            if (IntStream.of(carried).sum() == 0) {
                delivery.told.add(() -> ears.end(delivery));
                planned = null;
            } else {
                delivery.told.add(() -> ears.carries(delivery, carried, new int[DONATIONS]));
            }
        }

        private void undo(Random dice) {
            if (!undoing.isEmpty()) {
                undoing.remove(dice.nextInt(undoing.size())).run();
            }
        }

        private void cancel() {
            if (planned != null) {
                Delivery delivery = planned;
                delivery.told.add(() -> ears.end(delivery));
                planned = null;
            }
        }

        private void load() {
            if (planned != null) {
                onTheRoad.add(planned);
                planned = null;
            }
        }

        /** All, a part or nothing; what comes back is planned again, or spoilt. */
        private void handOver(Random dice) {
            if (onTheRoad.isEmpty()) {
                return;
            }
            Delivery delivery = onTheRoad.remove(dice.nextInt(onTheRoad.size()));
            int[] carried = delivery.carried.clone();
            int[] part = IntStream.of(carried).map(quantity -> dice.nextInt(quantity + 1)).toArray();
            delivered += IntStream.of(part).sum();
            delivery.told.add(() -> ears.carries(delivery, carried, part));
            delivery.told.add(() -> ears.end(delivery));
            boolean good = dice.nextBoolean();
            IntStream.range(0, DONATIONS).filter(d -> good && carried[d] > part[d]).forEach(d -> plan(d, carried[d] - part[d]));
        }
    }

    /** What donations-service keeps of what it hears: the totals of each arrival, and of each delivery what its tables have. */
    private static class Donations {
        final List<Deque<Runnable>> streams = new ArrayList<>();
        private final Map<UUID, int[]> arrivals = new HashMap<>();
        private final Map<Delivery, int[][]> deliveries = new HashMap<>();

        Donations() {
            Hub.ears = this;
        }

        void hearAll(Random dice) {
            while (!streams.isEmpty()) {
                Deque<Runnable> stream = streams.get(dice.nextInt(streams.size()));
                if (stream.isEmpty()) {
                    streams.remove(stream);
                } else {
                    stream.poll().run();
                }
            }
        }

        void receipt(UUID arrival, int donation, int accepted, int setAside) {
            arrivals.put(arrival, new int[]{donation, accepted, setAside});
        }

        /** Of each donation: planned ever, carried, handed over. */
        void carries(Delivery delivery, int[] carried, int[] handedOver) {
            int[][] known = deliveries.computeIfAbsent(delivery, d -> new int[DONATIONS][3]);
            for (int d = 0; d < DONATIONS; d++) {
                known[d] = new int[]{known[d][0] + Math.max(0, carried[d] - known[d][1]), carried[d], handedOver[d]};
            }
        }

        void end(Delivery delivery) {
            int[][] known = deliveries.computeIfAbsent(delivery, d -> new int[DONATIONS][3]);
            for (int[] goods : known) {
                goods[1] = goods[2];
            }
        }

        int sum(java.util.function.Function<Claim, BigDecimal> part) {
            return IntStream.range(0, DONATIONS).mapToObj(this::claim).map(part).mapToInt(BigDecimal::intValueExact).sum();
        }

        private Claim claim(int donation) {
            int[] planned = new int[3];
            deliveries.values().forEach(goods -> IntStream.range(0, 3).forEach(i -> planned[i] += goods[donation][i]));
            IntSupplier accepted = () -> arrivals.values().stream().filter(a -> a[0] == donation).mapToInt(a -> a[1]).sum();
            IntSupplier setAside = () -> arrivals.values().stream().filter(a -> a[0] == donation).mapToInt(a -> a[2]).sum();
            return new Claim(UUID.randomUUID(), BigDecimal.TEN,
                    new Claim.Goods(number(accepted.getAsInt()), number(0), number(setAside.getAsInt()), number(planned[0]),
                            number(planned[1]), number(planned[2])),
                    false, false, false, Share.NONE);
        }

        private static BigDecimal number(int quantity) {
            return BigDecimal.valueOf(quantity);
        }
    }
}
