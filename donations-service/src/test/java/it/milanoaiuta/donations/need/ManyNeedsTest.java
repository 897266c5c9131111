package it.milanoaiuta.donations.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.donations.City;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.platform.web.Paging;

/** The public list reads its index and nothing else of needs, however many there are. */
@QuarkusTest
class ManyNeedsTest {

    private static final String OWNERS = """
            insert into organisation (id, state)
            select cast('0192f000-0000-7000-9000-' || lpad(n || '', 12, '0') as uuid), 'VERIFIED' from generate_series(1, 5000) n""";

    /** Five thousand at a time: the driver gives a statement half a minute, on a slow machine too. */
    private static final String NEEDS = """
            with filed as (
              insert into need (id, owner_kind, owner_id, place_name, place_address, municipio, by_when, urgency, state, filed_by,
                                filed_at, fresh_until)
              select uuidv7(), 'ORGANISATION', cast('0192f000-0000-7000-9000-' || lpad(1 + mod(n, 5000) || '', 12, '0') as uuid),
                     'Sede', 'via Roma 1', 1 + mod(n, 9), now() + interval '1 day' + n * interval '1 second',
                     (array['TODAY', 'THIS_WEEK', 'ORDINARY'])[1 + mod(n, 3)],
                     case when mod(n, 5) = 0 then 'PUBLISHED' else 'FULFILLED' end, uuidv7(), now(), now() + interval '1 day'
              from generate_series(1, 50000) n where mod(n, 10) = %%d returning id)
            insert into need_line (id, need_id, position, item_id, unit, requested)
            select uuidv7(), id, 0, '%s', 'PIECE', 10 from filed""".formatted(City.PASTA);

    @Inject
    Needs needs;

    @Test
    void every_page_is_read_from_its_index() {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(600));
        try {
            change(OWNERS);
            IntStream.range(0, 10).forEach(part -> change(NEEDS.formatted(part)));
            change("analyze need, need_line, organisation");
            Cursor first = Cursor.after(-1, Instant.EPOCH, Paging.FIRST_ID);
            Cursor middle = Cursor.after(1, "2026-11-22T12:00:00Z", Ids.next());
            for (Needs.Filter filter : List.of(new Needs.Filter(null, null, null), new Needs.Filter(4, null, null),
                    new Needs.Filter(null, City.PASTA, null), new Needs.Filter(4, City.PASTA, Urgency.TODAY))) {
                assertReadsItsIndex(filter, first);
                assertReadsItsIndex(filter, middle);
            }
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private void change(String sql) {
        needs.getSession().createNativeMutationQuery(sql).executeUpdate();
    }

    private void assertReadsItsIndex(Needs.Filter filter, Cursor from) {
        String plan = String.join("\n", needs.open("explain " + Needs.OPEN, String.class, filter, from, 51).getResultList());
        assertThat(plan).contains("need_listed");
        List.of("need", "need_line", "organisation")
                .forEach(growing -> assertThat(plan.matches("(?s).*Seq Scan on " + growing + "\\b.*")).as(plan).isFalse());
    }
}
