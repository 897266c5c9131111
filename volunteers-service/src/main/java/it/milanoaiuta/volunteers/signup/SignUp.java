package it.milanoaiuta.volunteers.signup;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.volunteers.person.Person;
import it.milanoaiuta.volunteers.shift.Role;

/**
 * That a person comes to a shift, or would. It is written by the SQL function <code>sign_up</code> (one round trip) and
 * confirmed by <code>confirm_unless_busy</code>; leaving and coming back makes a new one, so that history survives.
 */
@Entity
public class SignUp {

    /** What became of a sign-up (domain, Sign-up). */
    @Schema(name = "SignUpState")
    public enum State {
        /** Waits for an approval or a guardian; holds a place. */
        REQUESTED,
        /** She comes; holds a place. */
        CONFIRMED,
        /** On the waiting list. */
        WAITING,
        /** She waited, was asked about a free place, and said no. */
        DECLINED,
        /** She left. */
        CANCELLED,
        /** Ended by the organiser: the shift is cancelled, or was moved to where she is confirmed elsewhere. */
        REMOVED;

        static final Set<State> LIVE = Set.of(REQUESTED, CONFIRMED, WAITING);

        boolean isLive() {
            return LIVE.contains(this);
        }

        boolean holdsAPlace() {
            return isLive() && this != WAITING;
        }
    }

    @Id
    private UUID id;
    private UUID shiftId;
    private Role role;
    @ManyToOne(fetch = FetchType.LAZY)
    private Person person;
    @Enumerated(EnumType.STRING)
    private State state;
    private int arrival;
    private Integer firstNumber;
    private int queue;
    private Instant startsAt;
    private Instant endsAt;
    private UUID closeTo;
    private Instant askedAt;
    private UUID askedAbout;
    private boolean late;
    private boolean leftPlace;
    private Instant leftAt;
    private String removedFor;
    private Instant signedUpAt;

    /**
     * Coming back to a shift that was left begins on the waiting list; who was asked stays so.
     *
     * @param arrival the next of the role
     * @param queue where on the waiting list
     */
    static SignUp again(SignUp left, int arrival, int queue, Instant now) {
        SignUp back = new SignUp();
        back.id = Ids.next();
        back.shiftId = left.shiftId;
        back.role = left.role;
        back.person = left.person;
        back.state = State.WAITING;
        back.arrival = arrival;
        back.firstNumber = 1;
        back.queue = queue;
        back.startsAt = left.startsAt;
        back.endsAt = left.endsAt;
        back.closeTo = left.closeTo;
        back.askedAt = left.askedAt;
        back.askedAbout = left.askedAbout;
        back.signedUpAt = now;
        return back;
    }

    /** @param near whether leaving a confirmed place now is late */
    void leave(Instant now, boolean near) {
        leftPlace = state.holdsAPlace();
        late = near && state == State.CONFIRMED;
        state = isAsked() ? State.DECLINED : State.CANCELLED;
        leftAt = now;
    }

    boolean wasLeft() {
        return state == State.CANCELLED || state == State.DECLINED;
    }

    /** She came back at once: an undone leave is not late. */
    void undo() {
        late = false;
    }

    /** She may take a free place, if nobody is faster; that holds no place and stays so until the start. */
    void ask(UUID vacancy, Instant now) {
        askedAbout = vacancy;
        askedAt = now;
    }

    boolean isAsked() {
        return state == State.WAITING && askedAt != null;
    }

    /** When she was asked about a free place; null unless she waits and was. */
    Instant askedAt() {
        return isAsked() ? askedAt : null;
    }

    public void remove(String reason) {
        askedAt = null;
        removedFor = reason;
        state = State.REMOVED;
    }

    public Role role() {
        return role;
    }

    public Person person() {
        return person;
    }

    UUID id() {
        return id;
    }

    UUID shiftId() {
        return shiftId;
    }

    State state() {
        return state;
    }

    /** The how-manieth who ever signed up for this role of the shift. */
    int arrival() {
        return arrival;
    }

    /** Where on the waiting list. */
    int queue() {
        return queue;
    }

    Instant start() {
        return startsAt;
    }

    Instant end() {
        return endsAt;
    }

    /** Another shift she was confirmed for then, at another place with less than an hour between; or null. */
    UUID closeTo() {
        return closeTo;
    }

    /** She left less than 24 h before the start. */
    boolean isLate() {
        return late;
    }

    /** She held a place until she left. */
    boolean hasLeftPlace() {
        return leftPlace;
    }

    /** Null unless she left. */
    Instant leftAt() {
        return leftAt;
    }

    Instant signedUpAt() {
        return signedUpAt;
    }
}
