package it.milanoaiuta.volunteers.signup;

import static it.milanoaiuta.volunteers.City.ANNA;
import static it.milanoaiuta.volunteers.City.in;
import static it.milanoaiuta.volunteers.City.inDays;
import static it.milanoaiuta.volunteers.City.leave;
import static it.milanoaiuta.volunteers.City.shift;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.testing.AtOnce;
import it.milanoaiuta.volunteers.OrganisedShifts;
import it.milanoaiuta.volunteers.organising.CancellingShift;
import it.milanoaiuta.volunteers.shift.Shift.CancelReason;
import it.milanoaiuta.volunteers.shift.Shifts;

/** Whoever decides about a shift holds its rows for a time that does not grow with the people in it; all are told once. */
@QuarkusTest
class ManyPeopleTest extends OrganisedShifts {

    private static final int FEW = 5;
    private static final int MANY = 450;

    @Inject
    EntityManagerFactory factory;

    @Inject
    CancellingShift cancelling;

    @Inject
    TellingPeople telling;

    @Inject
    Shifts shifts;

    @Test
    void a_shift_is_cancelled_in_as_many_statements_however_many_are_in_it() {
        UUID few = queued(inDays(3), FEW);
        UUID many = queued(inDays(4), MANY);
        assertThat(statements(() -> cancel(many))).isLessThan(3 * statements(() -> cancel(few)) + 60);
        toldOnce(many, "SHIFT_CANCELLED");
        assertThat(city.row("select string_agg(distinct state, ',') from sign_up where shift_id = '%s'".formatted(many)))
                .isEqualTo("REMOVED");
    }

    @Test
    void it_is_moved_in_as_many_too() {
        UUID few = queued(inDays(3), FEW);
        UUID many = queued(inDays(4), MANY);
        assertThat(statements(() -> move(many))).isLessThan(3 * statements(() -> move(few)) + 60);
        toldOnce(many, "SHIFT_MOVED");
    }

    @Test
    void it_is_left_in_as_many_too() {
        UUID few = shift(ANNA, opportunity, in(Duration.ofHours(1)), 1);
        UUID many = shift(ANNA, opportunity, in(Duration.ofHours(1)), 1);
        UUID oneOfFew = signedUp(few, 1).get(0);
        UUID oneOfMany = signedUp(many, 1).get(0);
        city.queue(few, FEW);
        city.queue(many, MANY);
        assertThat(statements(() -> leave(oneOfMany, many).then().statusCode(204)))
                .isLessThan(3 * statements(() -> leave(oneOfFew, few).then().statusCode(204)) + 60);
        toldOnce(many, "PLACE_FREE");
    }

    private UUID queued(Instant start, int people) {
        UUID shift = shift(ANNA, opportunity, start, 1);
        city.queue(shift, people);
        return shift;
    }

    private void cancel(UUID shift) {
        QuarkusTransaction.requiringNew().run(() -> cancelling.cancel(shifts.locked(shift), CancelReason.OWNER));
    }

    private static void move(UUID shift) {
        Instant later = inDays(9);
        change(shift, Map.of("start", later.toString(), "end", later.plusSeconds(3600).toString())).then().statusCode(200);
    }

    /** Two ticks at once, as of two replicas. */
    private void toldOnce(UUID shift, String notice) {
        AtOnce.all(List.<java.util.concurrent.Callable<Integer>>of(this::tick, this::tick).stream());
        city.soon(() -> assertThat(city.toldOf(shift, notice)).isEqualTo(MANY + " people, " + MANY + " messages"));
    }

    private int tick() {
        telling.tellNext();
        return 0;
    }

    /** Of what Hibernate sends; scheduled work adds a few. */
    private long statements(Runnable act) {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        long before = statistics.getPrepareStatementCount() + statistics.getEntityUpdateCount();
        act.run();
        long sent = statistics.getPrepareStatementCount() + statistics.getEntityUpdateCount() - before;
        statistics.setStatisticsEnabled(false);
        return sent;
    }
}
