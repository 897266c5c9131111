package it.milanoaiuta.volunteers.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.hibernate.Session;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.api.Test;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Paging;
import it.milanoaiuta.volunteers.opportunity.Task;

/**
 * The public list reads an index and nothing else of shifts, however many there are: of ten thousand already, where reading all
 * would cost less than of more.
 */
@QuarkusTest
class ManyShiftsTest {

    private static final UUID OWNER = UUID.fromString("0192f000-0000-7000-9000-000000000007");

    private static final String OWNERS = """
            insert into organisation (id, name, status, registered_at)
            select cast('0192f000-0000-7000-9000-' || lpad(n || '', 12, '0') as uuid), 'A', 'VERIFIED', now()
            from generate_series(1, 5000) n""";

    private static final String OPPORTUNITIES = """
            insert into opportunity (id, owner_kind, owner_id, task, title, place_name, municipio, minimum_age, languages, skills,
                                     created_at)
            select id, 'ORGANISATION', id, 'PACKING', '{}', 'Sede', 1, 16, '{}', '{}', now() from organisation
            where id between '0192f000-0000-7000-9000-000000000001' and '0192f000-0000-7000-9000-000000005000'""";

    /** Five thousand at a time: the driver gives a statement half a minute, on a slow machine too. */
    private static final String SHIFTS = """
            with listed as (
              insert into shift (id, opportunity_id, owner_kind, owner_id, task, municipio, starts_at, ends_at, minimum_staffing,
                                 state, created_at)
              select uuidv7(), o.id, o.owner_kind, o.owner_id, (array['PACKING', 'DELIVERY'])[1 + mod(n, 2)], 1 + mod(n, 9),
                     now() + n * interval '10 minutes', now() + n * interval '10 minutes' + interval '1 hour', 0, 'OPEN', now()
              from generate_series(1, 10000) n
              join opportunity o on o.id = cast('0192f000-0000-7000-9000-' || lpad(1 + mod(n, 5000) || '', 12, '0') as uuid)
              where mod(n, 2) = %d returning id)
            insert into shift_role (shift_id, role, capacity) select id, 'PACKER', 1 from listed""";

    @Inject
    Shifts shifts;

    @Inject
    Session session;

    /** Sees what Hibernate makes of a query. */
    @PersistenceUnitExtension
    static class Seen implements StatementInspector {

        static final ThreadLocal<String> LAST = new ThreadLocal<>();

        @Override
        public String inspect(String sql) {
            LAST.set(sql);
            return sql;
        }
    }

    @Test
    void every_page_is_read_from_its_index() {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(600));
        try {
            change(OWNERS);
            change(OPPORTUNITIES);
            IntStream.range(0, 2).forEach(part -> change(SHIFTS.formatted(part)));
            change("analyze shift, shift_role, organisation, opportunity");
            Instant now = Instant.now();
            Instant later = now.plus(Duration.ofDays(30));
            assertReads("shift_by_start", new Shifts.Filter(now, null, null, null, null, false));
            assertReads("shift_by_start", new Shifts.Filter(now, later, null, null, null, false));
            assertReads("shift_by_start", new Shifts.Filter(now, null, null, null, new Task("PACKING"), false));
            assertReads("shift_by_start", new Shifts.Filter(now, null, null, null, null, true));
            assertReads("shift_by_owner", new Shifts.Filter(now, null, OWNER, null, null, false));
            assertReads("shift_by_municipio", new Shifts.Filter(now, null, null, 3, null, false));
            assertReads("shift_by_municipio", new Shifts.Filter(now, later, null, 3, new Task("PACKING"), true));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private void change(String sql) {
        session.createNativeMutationQuery(sql).executeUpdate();
    }

    private void assertReads(String index, Shifts.Filter filter) {
        for (Cursor after : new Cursor[]{Cursor.after(filter.from(), Paging.FIRST_ID),
                Cursor.after(Instant.now().plus(Duration.ofDays(1)), UUID.randomUUID())}) {
            shifts.open(filter, after, 50);
            String plan = session.doReturningWork(connection -> explain(connection, Seen.LAST.get(), filter));
            assertThat(plan).contains(index);
            for (String growing : new String[]{"shift", "shift_role", "organisation", "opportunity"}) {
                assertThat(plan).doesNotContainPattern("Seq Scan on " + growing + "\\b");
            }
        }
    }

    /** With values like the filter's, by their types. */
    private static String explain(Connection connection, String sql, Shifts.Filter filter) throws SQLException {
        try (PreparedStatement explain = connection.prepareStatement("explain " + sql)) {
            OffsetDateTime time = filter.from().atOffset(ZoneOffset.UTC);
            for (int i = 1; i <= explain.getParameterMetaData().getParameterCount(); i++) {
                switch (explain.getParameterMetaData().getParameterTypeName(i)) {
                    case "timestamptz" -> {
                        explain.setObject(i, time);
                        time = time.plusDays(15);
                    }
                    case "uuid" -> explain.setObject(i, OWNER);
                    case "int4" -> explain.setInt(i, 3);
                    case "int8" -> explain.setLong(i, 51);
                    default -> explain.setString(i, "PACKING");
                }
            }
            StringBuilder plan = new StringBuilder(sql).append('\n');
            try (ResultSet lines = explain.executeQuery()) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
