package it.milanoaiuta.volunteers.signup;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.platform.data.Database;
import it.milanoaiuta.platform.data.SqlFailure;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.volunteers.shift.Role;
import it.milanoaiuta.volunteers.shift.Shift;
import it.milanoaiuta.volunteers.shift.ShiftFrozen;
import it.milanoaiuta.volunteers.shift.ShiftNotHeld;
import it.milanoaiuta.volunteers.shift.ShiftRole;
import it.milanoaiuta.volunteers.shift.ShiftStarted;
import it.milanoaiuta.volunteers.signup.SignUp.State;

/** Everybody's sign-ups. */
@ApplicationScoped
public class SignUps implements PanacheRepositoryBase<SignUp, UUID> {

    /** Those on the waiting list who are not confirmed elsewhere at that time. */
    private static final String WHO_CAN_COME = """
            from sign_up w
            where w.shift_id = :shift and w.role = :role and w.state = 'WAITING'
              and not exists (select from sign_up c
                where c.person_id = w.person_id and c.state = 'CONFIRMED' and c.during && w.during)""";
    private static final String TO_ASK = "select w.id " + WHO_CAN_COME
            + " and w.asked_about is distinct from :vacancy order by w.queue limit :limit";

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    RequestKey request;

    @Inject
    SignUpRules rules;

    /**
     * Signs a person up in one statement, one round trip and its own transaction (ADR 004): the driver's auto-commit, no
     * BEGIN and no COMMIT.
     *
     * @throws it.milanoaiuta.platform.web.Refusal as the function <code>sign_up</code> says; nothing was changed
     */
    SignUpAnswer signUp(UUID shift, Role role, UUID subject) {
        try {
            SignedUp signedUp = database.first("""
                    select (mine).id, (mine).role, (mine).state, waiting_number, (mine).arrival, (mine).starts_at,
                           (mine).ends_at, (mine).close_to, replayed
                    from sign_up(?, ?, ?, ?, ?, ?, ?, ?, cast(? as interval), ?)""", SignedUp.class, request.principal(),
                    request.key(), request.fingerprint(), Ids.next(), shift, role.code(), subject, outbox.traceParent(),
                    rules.grace().toString(), rules.mostAhead()).orElseThrow();
            if (signedUp.replayed) {
                request.answeredBefore();
            }
            return signedUp.answer(shift);
        } catch (SqlFailure e) {
            throw refusalOf(e, rules.mostAhead());
        }
    }

    private record SignedUp(UUID id, String role, String state, Integer waitingNumber, int arrival, Instant start, Instant end,
            UUID closeTo, boolean replayed) {

        private SignUpAnswer answer(UUID shift) {
            return new SignUpAnswer(id, shift, new Role(role), State.valueOf(state), waitingNumber, arrival, start, end,
                    closeTo);
        }
    }

    private static RuntimeException refusalOf(SqlFailure e, int mostAhead) {
        return switch (SqlFailure.stateOf(e)) {
            case "VS404" -> new NotFound();
            case "VS400" -> new InvalidField("role", "role-not-wanted");
            case "VS001" -> new ShiftStarted();
            case "VS002" -> new ShiftNotHeld();
            case "VS003" -> new ShiftFrozen();
            case "VS004" -> new SignedUpInAnotherRole(new Role(detail(e)));
            case "VS005" -> new ShiftsOverlap();
            case "VS006" -> new TooManySignUps(mostAhead);
            default -> e;
        };
    }

    private static String detail(SqlFailure e) {
        return ((org.postgresql.util.PSQLException) e.getCause()).getServerErrorMessage().getDetail();
    }

    /** The role she is signed up for, or else was last, read without loading what is about to change. */
    Optional<Role> findRole(UUID shift, UUID subject) {
        return find("""
                select s.role from SignUp s where s.shiftId = ?1 and s.person.subject = ?2
                order by case when s.state in ?3 then 0 else 1 end, s.id desc""", shift, subject, State.LIVE)
                .project(Role.class).firstResultOptional();
    }

    Optional<SignUp> findLive(UUID shift, Role role, UUID subject) {
        return find("shiftId = ?1 and role = ?2 and person.subject = ?3 and state in ?4", shift, role, subject, State.LIVE)
                .firstResultOptional();
    }

    /** All who are in a shift end with it, in one statement. */
    public void removeAll(Shift shift, Notice why) {
        flush();
        getSession().createNativeMutationQuery("""
                update sign_up set state = 'REMOVED', removed_for = :why
                where shift_id = :shift and state in ('REQUESTED', 'CONFIRMED', 'WAITING')""")
                .setParameter("why", why.name()).setParameter("shift", shift.id()).executeUpdate();
    }

    public boolean isConfirmed(UUID shift, UUID person) {
        return count("shiftId = ?1 and person.id = ?2 and state = ?3", shift, person, State.CONFIRMED) > 0;
    }

    /** Her newest for the shift, whatever became of it. */
    Optional<SignUp> findNewest(UUID shift, UUID subject) {
        return find("shiftId = ?1 and person.subject = ?2 order by id desc", shift, subject).firstResultOptional();
    }

    /** The first on the waiting list who is not confirmed elsewhere at that time. */
    Optional<SignUp> firstWhoCanCome(ShiftRole places) {
        flush();
        return getSession().createNativeQuery("select w.* " + WHO_CAN_COME + " order by w.queue limit 1", SignUp.class)
                .setParameter("shift", places.shiftId()).setParameter("role", places.role().code())
                .getResultStream().findFirst();
    }

    /** The first of them who was not asked yet about what is free. */
    Optional<SignUp> firstToAsk(ShiftRole places) {
        flush();
        return getSession().createNativeQuery("select * from sign_up where id in (%s)".formatted(TO_ASK), SignUp.class)
                .setParameter("shift", places.shiftId()).setParameter("role", places.role().code())
                .setParameter("vacancy", places.vacancy()).setParameter("limit", 1)
                .getResultStream().findFirst();
    }

    /**
     * Asks the first so many of those who were not asked yet about what is free.
     *
     * @return whom: ids of people
     */
    List<UUID> askNext(ShiftRole places, int howMany, Instant now) {
        flush();
        return getSession().createNativeQuery("""
                update sign_up set asked_at = :now, asked_about = :vacancy where id in (%s) returning person_id"""
                .formatted(TO_ASK), UUID.class)
                .setParameter("shift", places.shiftId()).setParameter("role", places.role().code())
                .setParameter("vacancy", places.vacancy()).setParameter("limit", howMany).setParameter("now", now)
                .getResultList();
    }

    /** Whether somebody who waits was asked about the same place later than she. */
    boolean wasSomebodyAskedAfter(SignUp signUp) {
        return count("shiftId = ?1 and role = ?2 and state = ?3 and askedAt > ?4", signUp.shiftId(), signUp.role(),
                State.WAITING,
                signUp.askedAt()) > 0;
    }

    /** Nobody else confirms her anywhere until this transaction ends; waits for who does. Only for who holds no other person. */
    void hold(SignUp signUp) {
        getSession().createNativeQuery("select hold_person(:person)", Boolean.class)
                .setParameter("person", signUp.person().id()).getSingleResult();
    }

    /**
     * What became of a confirmation.
     *
     * @param isHeldElsewhere who confirms her elsewhere this moment has not ended yet: nothing was changed, and it is to be tried again
     * @param told empty when nothing was changed
     */
    record Confirmation(boolean isHeldElsewhere, Optional<VolunteerConfirmed> told) {}

    private record Tried(Boolean comes, String told) {}

    /** She comes, unless she is confirmed elsewhere at that time. */
    Confirmation confirm(SignUp signUp) {
        flush();
        Tried tried = getSession().createNativeQuery("""
                select tried.comes, case when tried.comes then cast(volunteer_confirmed(s, t, p.subject) as text) end as told
                from sign_up s join shift t on t.id = s.shift_id join person p on p.id = s.person_id,
                  lateral (select confirm_unless_busy(s.id) as comes) tried
                where s.id = :id""", Tried.class).setParameter("id", signUp.id()).getSingleResult();
        getSession().refresh(signUp);
        return new Confirmation(tried.comes == null,
                Optional.ofNullable(tried.told).map(payload -> new VolunteerConfirmed(signUp.shiftId(), payload)));
    }

    /** The place before everybody who waits. */
    int frontOfQueue(ShiftRole places) {
        Integer first = find("select min(queue) from SignUp where shiftId = ?1 and role = ?2 and state = ?3",
                places.shiftId(), places.role(), State.WAITING).project(Integer.class).firstResult();
        return first == null ? 0 : first - 1;
    }

    /** By sign-up their numbers on the waiting list now, of those who wait. */
    Map<UUID, Integer> numbersOf(Collection<SignUp> some) {
        return find("""
                select w.id, 1 + (select count(*) from SignUp b
                  where b.shiftId = w.shiftId and b.role = w.role and b.state = ?1 and b.queue < w.queue)
                from SignUp w where w.state = ?1 and w.id in ?2""", State.WAITING, some.stream().map(SignUp::id).toList())
                .project(Numbered.class).stream().collect(Collectors.toMap(Numbered::id, numbered -> (int) numbered.number));
    }

    /** @param number on the waiting list */
    record Numbered(UUID id, long number) {}

    /** A shift's, in the order they signed up. */
    List<SignUp> of(UUID shift, UUID after, int rows) {
        return find("from SignUp s join fetch s.person where s.shiftId = ?1 and s.id > ?2 order by s.id", shift, after)
                .page(0, rows).list();
    }

    /** A person's for shifts that end after a time, by start. */
    List<SignUp> ofPerson(UUID subject, Instant from, Cursor behind, int rows) {
        return find("person.subject = ?1 and endsAt > ?2 and (startsAt, id) > (?3, ?4) order by startsAt, id", subject, from,
                behind.time(0), behind.id(1)).page(0, rows).list();
    }

    /**
     * Everybody's with the shift to its new time.
     *
     * @return how many of its confirmed people would be in two places at once; if any, nothing was changed
     */
    public int move(Shift shift) {
        return getSession()
                .createNativeQuery("select move_sign_ups(:shift, :start, :end)", Integer.class)
                .setParameter("shift", shift.id()).setParameter("start", shift.start()).setParameter("end", shift.end())
                .getSingleResult();
    }

    /** Its confirmed people who are confirmed elsewhere at its time. */
    public List<SignUp> confirmedElsewhere(Shift shift) {
        return list("""
                from SignUp s where s.shiftId = ?1 and s.state = ?2 and exists
                  (select 1 from SignUp e where e.person = s.person and e.state = ?2 and e.shiftId <> ?1
                     and e.startsAt < ?4 and e.endsAt > ?3)
                order by s.role, s.queue""", shift.id(), State.CONFIRMED, shift.start(), shift.end());
    }

    /** Before a shift is moved or cancelled: {@link #lookAgainWhereSheWaits} for all its confirmed people. */
    public void lookAgainWhereItsPeopleWait(Shift shift) {
        getSession().createNativeMutationQuery("""
                insert into place_to_fill (shift_id, role)
                select distinct waits.shift_id, waits.role
                from sign_up comes
                join sign_up waits on waits.person_id = comes.person_id and waits.during && comes.during
                where comes.shift_id = :shift and comes.state = 'CONFIRMED' and waits.state = 'WAITING'
                  and waits.starts_at > now()""").setParameter("shift", shift.id()).executeUpdate();
    }

    /** The rest is done a moment later, in a transaction of its own. */
    void lookAgain(ShiftRole places) {
        getSession().createNativeMutationQuery("insert into place_to_fill (shift_id, role) values (:shift, :role)")
                .setParameter("shift", places.shiftId()).setParameter("role", places.role().code()).executeUpdate();
    }

    /**
     * After she left: the waiting lists she may now come from are looked at by scheduled work.
     *
     * @see FillingPlaces
     */
    void lookAgainWhereSheWaits(SignUp left) {
        flush();
        getSession().createNativeMutationQuery("""
                insert into place_to_fill (shift_id, role)
                select shift_id, role from sign_up
                where person_id = :person and state = 'WAITING' and during && tstzrange(:start, :end) and starts_at > now()""")
                .setParameter("person", left.person().id()).setParameter("start", left.start())
                .setParameter("end", left.end()).executeUpdate();
    }
}
