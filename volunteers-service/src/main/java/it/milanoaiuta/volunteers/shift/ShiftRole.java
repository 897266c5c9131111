package it.milanoaiuta.volunteers.shift;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

/** The places of a role in a shift: the row whoever wants a place or gives one back holds first. */
@Entity
public class ShiftRole {

    /** Natural key. */
    @Embeddable
    public record Key(UUID shiftId, Role role) {}

    @EmbeddedId
    private Key key;
    private int capacity;
    private int taken;
    private int waiting;
    private int arrivals;
    private UUID vacancy;
    private Instant askDue;

    static ShiftRole opened(UUID shift, RolePlaces places) {
        ShiftRole role = new ShiftRole();
        role.key = new Key(shift, places.role());
        role.capacity = places.capacity();
        return role;
    }

    public boolean hasFree() {
        return taken < capacity;
    }

    /** @return the arrival number of one more who wants to come */
    public int arrive() {
        return ++arrivals;
    }

    /** Nobody is in it any more. */
    public void clear() {
        taken = 0;
        waiting = 0;
        askDue = null;
    }

    public void take() {
        taken++;
        if (!hasFree()) {
            askDue = null;
        }
    }

    /** @param cause of what is asked when it is the only free place: the sign-up that was left */
    public void giveBack(UUID cause) {
        if (!hasFree()) {
            vacate(cause);
        }
        taken--;
    }

    /** Whoever waits is asked anew, from the first. */
    public void vacate(UUID cause) {
        vacancy = cause;
        askDue = null;
    }

    /** What people are asked about while a place is free, and what they are told of it. */
    public UUID vacancy() {
        return vacancy;
    }

    /** When the next who waits is asked; null when nobody was asked so recently that the next has to wait. */
    public Instant askDue() {
        return askDue;
    }

    public void askNextAt(Instant due) {
        askDue = due;
    }

    public void beginToWait() {
        waiting++;
    }

    public void stopWaiting() {
        waiting--;
    }

    /** @param cause of what is asked when there was no free place before */
    public void resize(int places, UUID cause) {
        if (places > capacity && !hasFree()) {
            vacate(cause);
        }
        capacity = places;
    }

    public int taken() {
        return taken;
    }

    public int capacity() {
        return capacity;
    }

    public RolePlaces places() {
        return new RolePlaces(role(), capacity);
    }

    public UUID shiftId() {
        return key.shiftId();
    }

    public Role role() {
        return key.role();
    }

    /** On the waiting list. */
    int waiting() {
        return waiting;
    }
}
