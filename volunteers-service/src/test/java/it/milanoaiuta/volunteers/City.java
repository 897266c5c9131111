package it.milanoaiuta.volunteers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import it.milanoaiuta.platform.testing.OneClient;
import it.milanoaiuta.platform.testing.TestTokens;
import it.milanoaiuta.volunteers.hub.HubManagers;

/** Speaks the domain to the running service, as its people would. */
@ApplicationScoped
public class City {

    static {
        OneClient.forAllRequests();
    }

    public static final UUID GIULIA = demo(1);
    public static final UUID OMAR = demo(2);
    public static final UUID ANNA = demo(3);
    public static final UUID PAOLO = demo(4);
    public static final UUID MARCO = demo(5);
    public static final UUID LUCA = demo(7);
    public static final UUID ELENA = demo(8);
    public static final UUID ISOLA = UUID.fromString("0192f000-0000-7000-8000-000000000101");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Session session;

    @Inject
    HubManagers managers;

    private static UUID demo(int number) {
        return UUID.fromString("0192f000-0000-7000-8000-00000000000" + number);
    }

    public static UUID somebody() {
        return UUID.randomUUID();
    }

    /** Somebody who signed in once, and so may be named by others. */
    public static UUID known() {
        return signsIn(somebody());
    }

    public static UUID signsIn(UUID person) {
        as(person).get("/api/v1/me/sign-ups?limit=1").then().statusCode(200);
        return person;
    }

    public static RequestSpecification as(UUID person, String... roles) {
        return withKey(UUID.randomUUID(), person, roles);
    }

    public static RequestSpecification withKey(UUID key, UUID person, String... roles) {
        return given().auth().oauth2(TestTokens.of(person, roles)).contentType("application/json")
                .header("Idempotency-Key", key);
    }

    public static RequestSpecification asCoordinator() {
        return as(ELENA, "coordinator");
    }

    public static Map<String, Object> registration(String name) {
        return Map.of("name", name, "contact", Map.of("email", "info@example.org"));
    }

    public static UUID pendingOrganisation(UUID owner) {
        return id(as(owner).body(registration("Amici della Barona")).post("/api/v1/organisations"));
    }

    public static UUID verifiedOrganisation(UUID owner) {
        UUID organisation = pendingOrganisation(owner);
        asCoordinator().body(Map.of("decision", "VERIFIED")).post("/api/v1/organisations/{id}/verification", organisation)
                .then().statusCode(200);
        return organisation;
    }

    public static Map<String, Object> help(Object organisation) {
        return Map.of("ownerKind", "ORGANISATION", "ownerId", organisation, "task", "PACKING", "title",
                Map.of("it", "Prepariamo i pacchi"), "place",
                Map.of("name", "Sede", "address", "via Ovada 1", "municipio", 6));
    }

    public static UUID opportunity(UUID owner, UUID organisation) {
        return id(as(owner).body(help(organisation)).post("/api/v1/opportunities"));
    }

    /** A shift of two hours with packers only. */
    public static UUID shift(UUID owner, UUID opportunity, Instant start, int places) {
        return id(as(owner).body(times(start, Duration.ofHours(2), places))
                .post("/api/v1/opportunities/{id}/shifts", opportunity));
    }

    public static Map<String, Object> times(Instant start, Duration length, int places) {
        return Map.of("start", start.toString(), "end", start.plus(length).toString(), "roles",
                List.of(Map.of("role", "PACKER", "capacity", places)));
    }

    public static Instant in(Duration time) {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(time);
    }

    public static Instant inDays(int days) {
        return in(Duration.ofDays(days));
    }

    public static Response signUp(UUID person, UUID shift) {
        return signUp(person, shift, "PACKER", UUID.randomUUID());
    }

    public static Response signUp(UUID person, UUID shift, String role, UUID key) {
        return withKey(key, person).body(Map.of("role", role)).post("/api/v1/shifts/{id}/sign-ups", shift);
    }

    public static Response leave(UUID person, UUID shift) {
        return as(person).delete("/api/v1/shifts/{id}/sign-ups/me", shift);
    }

    public static UUID id(Response created) {
        created.then().statusCode(201);
        return UUID.fromString(read(created.asString()).path("id").asText());
    }

    /** With RestAssured's paths each look at an answer would be a script to compile. */
    private static JsonNode read(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Transactional
    public void manages(UUID person, UUID hub) {
        managers.named(hub, person, LocalDate.now().minusDays(1), null);
    }

    /** A past nobody could write through the API. */
    @Transactional
    public void moveIntoThePast(UUID shift, Duration ago) {
        String start = "starts_at = now() - cast(:ago as interval), ends_at = ends_at - starts_at + now() - cast(:ago as interval)";
        session.createNativeMutationQuery("update sign_up set " + start + " where shift_id = :shift")
                .setParameter("ago", ago.toSeconds() + " s").setParameter("shift", shift).executeUpdate();
        session.createNativeMutationQuery("update shift set " + start + " where id = :shift")
                .setParameter("ago", ago.toSeconds() + " s").setParameter("shift", shift).executeUpdate();
    }

    public static Response suspend(UUID organisation) {
        return asCoordinator().body(Map.of("reason", "Complaint")).post("/api/v1/organisations/{id}/suspension", organisation);
    }

    public static Response reinstate(UUID organisation) {
        return asCoordinator().delete("/api/v1/organisations/{id}/suspension", organisation);
    }

    /** So long ago as nobody could write through the API. */
    @Transactional
    public void suspendedFor(UUID organisation, Duration time) {
        session.createNativeMutationQuery(
                "update organisation set suspended_at = now() - cast(:time as interval) where id = :id")
                .setParameter("time", time.toSeconds() + " s").setParameter("id", organisation).executeUpdate();
    }

    @Transactional
    public void leftLongAgo(UUID shift) {
        session.createNativeMutationQuery("update sign_up set left_at = left_at - interval '2 minutes' where shift_id = :shift")
                .setParameter("shift", shift).executeUpdate();
    }

    /** Half an hour has passed, or the night: the next who waits is asked whatever the hour. */
    @Transactional
    public void nextAskIsDue(UUID shift) {
        session.createNativeMutationQuery(
                "update shift_role set ask_due = now() where shift_id = :shift and ask_due is not null")
                .setParameter("shift", shift).executeUpdate();
    }

    /** At night the first is asked in the morning; then it is morning. */
    public void firstIsAsked(UUID shift, UUID person) {
        firstIsAsked(shift, person, 1);
    }

    /** @param times so often she will have been asked about this shift */
    public void firstIsAsked(UUID shift, UUID person, int times) {
        if (messages(person).size() < times) {
            nextAskIsDue(shift);
        }
        soon(() -> assertThat(messages(person)).hasSize(times).containsOnly("PLACE_FREE"));
    }

    /** So many more wait for the only role of a shift, as if they had signed up one by one. */
    @Transactional
    public void queue(UUID shift, int howMany) {
        session.createNativeMutationQuery("""
                with people as (insert into person (id, subject) select uuidv7(), uuidv7() from generate_series(1, :many)
                                returning id),
                     numbered as (select id, row_number() over () n from people),
                     signed_up as (
                       insert into sign_up (id, shift_id, role, person_id, state, arrival, first_number, queue, starts_at,
                                            ends_at, signed_up_at)
                       select uuidv7(), s.id, r.role, p.id, 'WAITING', r.arrivals + n, r.waiting + n, r.arrivals + n,
                              s.starts_at, s.ends_at, now()
                       from numbered p, shift s join shift_role r on r.shift_id = s.id where s.id = :shift)
                update shift_role set waiting = waiting + :many, arrivals = arrivals + :many where shift_id = :shift""")
                .setParameter("many", howMany).setParameter("shift", shift).executeUpdate();
    }

    /** She is confirmed for so many shifts of an opportunity, one a day. */
    @Transactional
    public void isBusy(UUID person, UUID opportunity, int shifts) {
        session.createNativeMutationQuery("""
                with days as (
                  insert into shift (id, opportunity_id, owner_kind, owner_id, task, starts_at, ends_at, minimum_staffing, state,
                                     created_at)
                  select uuidv7(), o.id, o.owner_kind, o.owner_id, o.task, now() + n * interval '1 day',
                         now() + n * interval '1 day' + interval '1 hour', 0, 'OPEN', now()
                  from opportunity o, generate_series(10, 9 + :many) n where o.id = :opportunity
                  returning id, starts_at, ends_at),
                places as (
                  insert into shift_role (shift_id, role, capacity, taken, arrivals) select id, 'PACKER', 1, 1, 1 from days)
                insert into sign_up (id, shift_id, role, person_id, state, arrival, queue, starts_at, ends_at, signed_up_at)
                select uuidv7(), d.id, 'PACKER', p.id, 'CONFIRMED', 1, 1, d.starts_at, d.ends_at, now()
                from days d, person p where p.subject = :person""").setParameter("many", shifts)
                .setParameter("opportunity", opportunity).setParameter("person", person).executeUpdate();
    }

    /** How many people of a shift are to be told this, and how often. */
    public String toldOf(UUID shift, String notice) {
        return row("""
                select count(distinct m.person) || ' people, ' || count(*) || ' messages' from message m
                where m.kind = '%s' and m.person in (select person_id from sign_up where shift_id = '%s')"""
                .formatted(notice, shift));
    }

    @Transactional
    public long corrections(UUID shift) {
        return session.createNativeQuery("""
                select count(*) from attendance_correction c join attendance a on a.id = c.attendance_id
                where a.shift_id = :shift""", Long.class).setParameter("shift", shift).getSingleResult();
    }

    /** All confirmed sign-ups since a day get an attendance, in any order of days, some corrected. */
    @Transactional
    public void everybodyCame(LocalDate since, Random random) {
        List<UUID> signUps = session.createNativeQuery(
                "select id from sign_up where state = 'CONFIRMED' and starts_at >= :since", UUID.class)
                .setParameter("since", since).getResultList();
        Collections.shuffle(signUps, random);
        for (UUID signUp : signUps) {
            session.createNativeMutationQuery("""
                    insert into attendance (id, shift_id, person_id, check_in, check_out, recorded_by, recorded_at)
                    select uuidv7(), shift_id, person_id, starts_at, ends_at, person_id, now() from sign_up where id = :id
                    on conflict do nothing""").setParameter("id", signUp).executeUpdate();
        }
        session.createNativeMutationQuery(
                "update attendance set check_out = check_out - interval '25 minutes' where check_in >= :since and random() < 0.3")
                .setParameter("since", since).executeUpdate();
    }

    /** The same figures, counted from the rows themselves. */
    public record Recount(long volunteers, BigDecimal hours, long confirmed, long shifts, long places) {}

    @Transactional
    public Recount recount(LocalDate from, LocalDate to) {
        return session.createNativeQuery("""
                with s as (select * from shift where (starts_at at time zone 'Europe/Rome')::date between :from and :to)
                select (select count(distinct person_id) from attendance a join s on s.id = a.shift_id) volunteers,
                  (select round(coalesce(sum(extract(epoch from check_out - check_in)), 0) / 3600, 2)
                   from attendance a join s on s.id = a.shift_id) hours,
                  (select count(*) from sign_up u join s on s.id = u.shift_id where u.state = 'CONFIRMED') confirmed,
                  (select count(*) from s where state = 'OPEN') shifts,
                  (select coalesce(sum(capacity), 0) from shift_role r join s on s.id = r.shift_id where s.state = 'OPEN') places
                """, Recount.class).setParameter("from", from).setParameter("to", to).getSingleResult();
    }

    /** Shifts, places and confirmed people that are counted of an owner's day. */
    public String balance(LocalDate day, UUID owner) {
        return row("select concat_ws(' ', shifts, places, confirmed) from shift_balance where day = '%s' and owner_id = '%s'"
                .formatted(day, owner));
    }

    public UUID shiftFor(UUID helpRequest) {
        return UUID.fromString(row("select cast(id as text) from shift where help_request_id = '%s'".formatted(helpRequest)));
    }

    /** The one value a query finds. */
    @Transactional
    public String row(String query) {
        return session.createNativeQuery(query, String.class).getSingleResult();
    }

    /** What others were told of a shift, in order. */
    @Transactional
    public List<String> told(UUID shift) {
        return session.createNativeQuery("""
                select type from (select seq, type, aggregate_id from outbox union select seq, type, aggregate_id from event_log)
                where aggregate_id = :shift order by seq""", String.class).setParameter("shift", shift).getResultList();
    }

    /** An event as it was told. */
    public record ToldEvent(String type, String payload) {}

    @Transactional
    public List<ToldEvent> everythingTold() {
        return session.createNativeQuery("""
                select type, cast(payload as text) payload from outbox
                union all select type, cast(payload as text) from event_log""", ToldEvent.class).getResultList();
    }

    /** What a person is to be told, in order. */
    @Transactional
    public List<String> messages(UUID person) {
        return session.createNativeQuery("""
                select kind from message m join person p on p.id = m.person where p.subject = :person order by m.decided_at""",
                String.class).setParameter("person", person).getResultList();
    }

    /** What scheduled work will have done in a moment. */
    public void soon(Runnable assertion) {
        for (int tries = 0; tries < 600; tries++) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                pause();
            }
        }
        assertion.run();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Places of a role whose counters are not what they count. */
    private record Miscounted(UUID shift, String role, int taken, int waiting, int arrivals) {}

    /** Counts must always equal what they count. */
    @Transactional
    public void mustAddUp() {
        List<Miscounted> wrong = session.createNativeQuery("""
                select r.shift_id, r.role, r.taken, r.waiting, r.arrivals from shift_role r
                left join sign_up s on s.shift_id = r.shift_id and s.role = r.role
                group by r.shift_id, r.role
                having r.taken <> count(*) filter (where s.state in ('CONFIRMED', 'REQUESTED'))
                  or r.waiting <> count(*) filter (where s.state = 'WAITING')
                  or r.arrivals <> count(s.id)""", Miscounted.class).getResultList();
        assertThat(wrong).isEmpty();
    }
}
