package it.milanoaiuta.foodhub.stock;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

/**
 * The append-only, double-entry ledger of lots: the only way goods move. Balances follow by trigger in the same transaction,
 * so they equal the ledger always. An account (but a source) is never below zero, now or at any past instant, and what is
 * set aside in a hub does not leave it.
 */
@ApplicationScoped
public class Ledger {

    /** Hubs first, then by kind, owner and lot: whoever books, locks in this order. */
    private static final String LOCK = """
            select b.last_at
            from balance b
            join unnest(?::text[], ?::uuid[], ?::uuid[]) as touched(kind, owner, lot_id) using (kind, owner, lot_id)
            order by b.kind <> 'HUB', b.kind, b.owner, b.lot_id
            for update of b""";

    /**
     * The level of each account and lot that something leaves, at every instant since: today's balance wound back by what was
     * booked later, then forward again with what is proposed; at the end without what is set aside.
     * A statement of its own after {@link #LOCK}: its snapshot must see what was committed while we waited.
     */
    private static final String SHORT_LINES = """
            with delta as (
              select kind, owner, lot_id, at, sum(change) as quantity
              from unnest(?::uuid[], ?::numeric[], ?::text[], ?::uuid[], ?::text[], ?::uuid[], ?::timestamptz[])
                as proposed(lot_id, quantity, from_kind, from_owner, to_kind, to_owner, at)
              cross join lateral (values (from_kind, from_owner, -quantity), (to_kind, to_owner, quantity))
                as side(kind, owner, change)
              where kind not in ('SUPPLIER', 'ADJUSTMENT')
              group by kind, owner, lot_id, at
            ), touched as (
              select kind, owner, lot_id, min(at) as since
              from delta group by kind, owner, lot_id having min(quantity) < 0
            ), later as (
              select t.kind, t.owner, t.lot_id, m.occurred_at as at,
                case when (m.from_kind, m.from_owner) = (t.kind, t.owner) then -m.quantity else m.quantity end as quantity
              from touched t
              join balance b using (kind, owner, lot_id)
              join movement m on m.lot_id = t.lot_id and b.last_at > t.since and m.occurred_at > t.since
                and ((m.from_kind, m.from_owner) = (t.kind, t.owner) or (m.to_kind, m.to_owner) = (t.kind, t.owner))
            ), entry as (
              select kind, owner, lot_id, '-infinity'::timestamptz as at, b.quantity
              from touched join balance b using (kind, owner, lot_id)
              union all
              select kind, owner, lot_id, '-infinity', -quantity from later
              union all
              select kind, owner, lot_id, at, quantity from later
              union all
              select kind, owner, lot_id, d.at, d.quantity from touched join delta d using (kind, owner, lot_id)
              union all
              select kind, owner, lot_id, 'infinity', -b.reserved from touched join balance b using (kind, owner, lot_id)
            ), history as (
              select kind, owner, lot_id, sum(sum(quantity)) over (partition by kind, owner, lot_id order by at) as level
              from entry group by kind, owner, lot_id, at
            )
            select kind, lot_id, l.item_id, l.code, -min(level) as missing
            from history left join lot l on l.id = lot_id
            where level < 0
            group by kind, owner, lot_id, l.item_id, l.code
            order by lot_id""";

    /**
     * Lots counted in pieces of which a part of a piece would leave an account. What old books left of a piece may leave, with
     * or without whole ones, so that whole pieces stay behind.
     */
    private static final String TOO_FINE = """
            with moved as (
              select lot_id, quantity, from_kind, from_owner, to_kind, to_owner
              from unnest(?::uuid[], ?::numeric[], ?::text[], ?::uuid[], ?::text[], ?::uuid[], ?::timestamptz[])
                as proposed(lot_id, quantity, from_kind, from_owner, to_kind, to_owner, at)
            )
            select m.lot_id
            from moved m
            join lot l on l.id = m.lot_id
            join item i on i.id = l.item_id and i.unit = 'PIECE'
            left join balance b on (b.kind, b.owner, b.lot_id) = (m.from_kind, m.from_owner, m.lot_id)
            left join lateral (
              select sum(e.quantity) as quantity from moved e
              where (e.to_kind, e.to_owner, e.lot_id) = (m.from_kind, m.from_owner, m.lot_id)
            ) entered on true
            where m.quantity % 1 <> 0
            group by m.lot_id, m.from_kind, m.from_owner, b.quantity, entered.quantity
            having count(*) > 1
              or (coalesce(b.quantity, 0) + coalesce(entered.quantity, 0) - max(m.quantity)) % 1 <> 0
            order by m.lot_id""";

    private static final String BOOK = """
            insert into movement (lot_id, quantity, from_kind, from_owner, to_kind, to_owner, occurred_at, reason, cause, author)
            select * from unnest(?::uuid[], ?::numeric[], ?::text[], ?::uuid[], ?::text[], ?::uuid[], ?::timestamptz[],
              ?::text[], ?::uuid[], ?::uuid[])""";

    @Inject
    Session session;

    @Inject
    Clock clock;

    /**
     * Books all the movements or none. Call it once in a transaction, with everything: locks are taken in one order per
     * call.
     *
     * @return the instant of the movements that gave none: now, but never before what is already booked on these accounts
     *         (the clocks of two replicas may differ, the order of what they booked may not)
     * @throws TooFine naming every lot of which a part of a piece would have moved
     * @throws StockShort naming every lot of which an account would have been below zero
     * @throws TooMuch when a sum would not fit the books any more
     */
    @Transactional(TxType.MANDATORY)
    public Instant move(List<Movement> movements) {
        if (movements.isEmpty()) {
            return clock.instant();
        }
        session.flush();
        return session.doReturningWork(connection -> {
            Instant now = lock(connection, movements);
            List<Movement> dated = movements.stream().map(movement -> movement.at(now)).toList();
            mustMoveWholePieces(connection, dated);
            mustBeThere(connection, dated);
            book(connection, dated);
            return now;
        });
    }

    /** What was booked for a receipt, transfer, parcel or delivery, in the order it was booked. */
    public List<Movement> of(UUID cause) {
        return session.createNativeQuery("""
                select lot_id, quantity, from_kind, from_owner, to_kind, to_owner, reason, author, occurred_at
                from movement where cause = :cause order by id""", Row.class).setParameter("cause", cause)
                .getResultList().stream().map(row -> row.movement(cause)).toList();
    }

    /** What a receipt brought into the hub, its stock or its quarantine, in the order it was booked, undone since or not. */
    public List<Movement> broughtIn(UUID receiptId, UUID hubId) {
        return of(receiptId).stream().filter(movement -> movement.reason() != Movement.Reason.UNDOING)
                .filter(movement -> movement.to().equals(Account.hub(hubId)) || movement.to().equals(Account.quarantine(hubId)))
                .toList();
    }

    /**
     * The lots of a receipt that were moved in, from or to the hub after it, wherever their goods are now. That more of one
     * came, or another receipt of it was taken back, moves nothing of this one.
     */
    public List<UUID> movedOn(UUID receiptId, UUID hubId) {
        return session.createNativeQuery("""
                select distinct later.lot_id
                from movement later
                join (select lot_id, max(id) as id from movement where cause = :receipt and reason <> 'UNDOING' group by lot_id)
                  received on later.lot_id = received.lot_id and later.id > received.id
                where later.cause <> :receipt and :hub in (later.from_owner, later.to_owner)
                  and later.reason not in ('RECEIPT', 'SURPLUS', 'REJECTION', 'TEMPERATURE', 'MISSING', 'UNDOING')
                order by later.lot_id""", UUID.class)
                .setParameter("receipt", receiptId).setParameter("hub", hubId).getResultList();
    }

    private record Row(UUID lotId, BigDecimal quantity, String fromKind, UUID fromOwner, String toKind, UUID toOwner,
            String reason, UUID author, Instant occurredAt) {

        private Movement movement(UUID cause) {
            return new Movement(lotId, quantity, new Account(Account.Kind.valueOf(fromKind), fromOwner),
                    new Account(Account.Kind.valueOf(toKind), toOwner), Movement.Reason.valueOf(reason), cause, author,
                    occurredAt);
        }
    }

    /** @return the instant for movements without one */
    private Instant lock(Connection connection, List<Movement> movements) throws SQLException {
        Instant now = clock.instant();
        record Touched(Account account, UUID lotId) {}
        List<Touched> touched = movements.stream().flatMap(m -> Stream.of(new Touched(m.from(), m.lotId()),
                new Touched(m.to(), m.lotId()))).distinct().toList();
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setArray(1, array(connection, "text", touched, t -> t.account.kind()));
            statement.setArray(2, array(connection, "uuid", touched, t -> t.account.owner()));
            statement.setArray(3, array(connection, "uuid", touched, Touched::lotId));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Instant last = rows.getObject(1, OffsetDateTime.class).toInstant();
                    now = last.isAfter(now) ? last : now;
                }
            }
        }
        return now;
    }

    private void mustMoveWholePieces(Connection connection, List<Movement> movements) throws SQLException {
        if (movements.stream().noneMatch(Movement::isOfAPart)) {
            return;
        }
        List<UUID> lots = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TOO_FINE)) {
            bind(connection, statement, movements);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lots.add(rows.getObject("lot_id", UUID.class));
                }
            }
        }
        if (!lots.isEmpty()) {
            throw new TooFine(lots);
        }
    }

    private void mustBeThere(Connection connection, List<Movement> movements) throws SQLException {
        List<StockShort.Line> lines = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SHORT_LINES)) {
            bind(connection, statement, movements);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(new StockShort.Line(Account.Kind.valueOf(rows.getString("kind")),
                            rows.getObject("lot_id", UUID.class), rows.getObject("item_id", UUID.class),
                            rows.getString("code"), rows.getBigDecimal("missing")));
                }
            }
        }
        if (!lines.isEmpty()) {
            throw new StockShort(lines);
        }
    }

    private void book(Connection connection, List<Movement> movements) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BOOK)) {
            bind(connection, statement, movements);
            statement.setArray(8, array(connection, "text", movements, Movement::reason));
            statement.setArray(9, array(connection, "uuid", movements, Movement::cause));
            statement.setArray(10, array(connection, "uuid", movements, Movement::author));
            statement.executeUpdate();
        } catch (SQLException refused) {
            if (TooMuch.OF_A_SUM.equals(refused.getSQLState())) {
                throw new TooMuch();
            }
            throw refused;
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, List<Movement> movements)
            throws SQLException {
        statement.setArray(1, array(connection, "uuid", movements, Movement::lotId));
        statement.setArray(2, array(connection, "numeric", movements, Movement::quantity));
        statement.setArray(3, array(connection, "text", movements, m -> m.from().kind()));
        statement.setArray(4, array(connection, "uuid", movements, m -> m.from().owner()));
        statement.setArray(5, array(connection, "text", movements, m -> m.to().kind()));
        statement.setArray(6, array(connection, "uuid", movements, m -> m.to().owner()));
        statement.setArray(7, array(connection, "timestamptz", movements, Movement::occurredAt));
    }

    private static <T> Array array(Connection connection, String type, List<T> rows, Function<T, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column)
                .map(value -> value == null ? null : value.toString()).toArray());
    }
}
