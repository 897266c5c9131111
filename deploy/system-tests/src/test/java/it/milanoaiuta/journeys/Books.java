package it.milanoaiuta.journeys;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import it.milanoaiuta.local.TestStack;

/** What donations-service and food-hub-service each keep of the same goods, read from their databases. */
final class Books implements AutoCloseable {

    /** Set aside at any hub, on the road or delivered; of a hub's own need what it accepted for it. Never more than is asked. */
    private static final String THERE = """
            select l.id::text, least(l.quantity, case when n.owner_kind = 'HUB' then
                (select coalesce(sum(a.set_aside), 0) from arrival_line a where a.need_line_id = l.id)
              else
                (select coalesce(sum(r.quantity), 0) from reservation r where r.need_line_id = l.id and r.ended_at is null)
                + (select coalesce(sum(case when d.state = 'LOADED' or d.state in ('PARTIAL', 'FAILED') and d.returned_at is null
                                       then g.quantity else coalesce(g.delivered, 0) end), 0)
                   from delivery_line g join delivery d on d.id = g.delivery_id where g.need_line_id = l.id)
              end)::text
            from need_line l join need n on n.id = l.need_id where l.need_id = any(?::uuid[])""";

    private static final String COUNTED = "select id::text, (in_transit + received)::text from need_line"
            + " where need_id = any(?::uuid[])";

    private static final String WRONG = """
            select 'more promised than lacks: ' || id from need_line
            where need_id = any(?::uuid[]) and promised > requested - in_transit - received
            union all
            select 'kept ' || d.promised || ' ' || d.in_transit || ' ' || d.received || ', recounted ' || d.promised_recounted || ' '
              || d.in_transit_recounted || ' ' || d.received_recounted
            from coverage_difference d join need_line l using (id) where l.need_id = any(?::uuid[])
            union all
            select 'not told yet: ' || d.id from donation_line d join need_line l on l.id = d.need_line_id
            where l.need_id = any(?::uuid[]) and (d.release_due or d.crowd_due)
            union all
            select g.code || ' reads ' || g.state || ' though it came' from donation g join donation_line d on d.donation_id = g.id
            join need_line l on l.id = d.need_line_id
            where l.need_id = any(?::uuid[]) and d.accepted > 0 and g.state not in ('RECEIVED', 'PARTIALLY_RECEIVED')""";

    private static final String ACCEPTED_BY_HUBS = """
            select donation_line_id::text, sum(accepted)::text from arrival_line
            where donation_line_id = any(?::uuid[]) group by donation_line_id""";

    private static final String ACCEPTED_AS_HEARD = """
            select d.id::text, d.accepted::text from donation_line d join need_line l on l.id = d.need_line_id
            where l.need_id = any(?::uuid[])""";

    /** Of a donation that goes on, what is accounted for at its hubs and what they wait for is what was promised. */
    private static final String AWAITED_TWICE = """
            select 'awaited ' || awaited || ', rest ' || promised - accounted || ' of ' || donation_line_id from (
              select l.donation_line_id, max(l.promised) as promised, sum(l.accepted + l.rejected + l.missing) as accounted,
                     sum(case when a.withdrawn is null and a.state <> 'CLOSED'
                         then l.expected - l.accepted - l.rejected - l.missing else 0 end) as awaited
              from arrival_line l join arrival a on a.id = l.arrival_id
              where a.kind = 'DONATION' and l.need_id = any(?::uuid[]) group by l.donation_line_id) line
            where awaited > greatest(0, promised - accounted)""";

    final Connection donations;
    final Connection foodHub;

    Books(City city) {
        donations = connect(city.parts().database("donations"));
        foodHub = connect(city.parts().database("food_hub"));
    }

    private static Connection connect(TestStack.Database database) {
        try {
            return DriverManager.getConnection(database.url(), database.user(), database.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In what the books of these needs differ, or contradict themselves; empty when they agree. */
    List<String> differences(List<String> needs) {
        List<String> wrong = new ArrayList<>();
        texts(donations, WRONG, needs, needs, needs, needs).forEach(row -> wrong.add(row.get(0)));
        texts(foodHub, AWAITED_TWICE, needs).forEach(row -> wrong.add(row.get(0)));
        compare("there", byLine(donations, COUNTED, needs), byLine(foodHub, THERE, needs), wrong);
        Map<String, String> accepted = byLine(donations, ACCEPTED_AS_HEARD, needs);
        Map<String, String> acceptedByHubs = byLine(foodHub, ACCEPTED_BY_HUBS, List.copyOf(accepted.keySet()));
        accepted.keySet().forEach(line -> acceptedByHubs.putIfAbsent(line, "0.000"));
        compare("accepted", accepted, acceptedByHubs, wrong);
        return wrong;
    }

    private static void compare(String what, Map<String, String> counted, Map<String, String> hubs, List<String> wrong) {
        Set<String> lines = new TreeSet<>(counted.keySet());
        lines.addAll(hubs.keySet());
        lines.stream().filter(line -> !Objects.equals(counted.get(line), hubs.get(line))).forEach(line -> wrong.add(
                "%s of %s: donations counts %s, hubs %s".formatted(what, line, counted.get(line), hubs.get(line))));
    }

    private static Map<String, String> byLine(Connection connection, String sql, List<String> needs) {
        Map<String, String> rows = new TreeMap<>();
        texts(connection, sql, needs)
                .forEach(row -> rows.put(row.get(0), new BigDecimal(row.get(1)).setScale(3).toPlainString()));
        return rows;
    }

    /** One row for each found, all as text; the parameters are lists of ids. */
    @SafeVarargs
    static synchronized List<List<String>> texts(Connection connection, String sql, List<String>... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setArray(i + 1, connection.createArrayOf("text", parameters[i].toArray()));
            }
            List<List<String>> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<String> row = new ArrayList<>();
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        row.add(rows.getString(column));
                    }
                    found.add(row);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static synchronized void change(Connection connection, String sql, String id) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        donations.close();
        foodHub.close();
    }
}
