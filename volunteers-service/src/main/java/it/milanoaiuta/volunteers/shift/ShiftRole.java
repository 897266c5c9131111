package it.milanoaiuta.volunteers.shift;

import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** The places of a role in a shift: the row whoever wants a place or gives one back holds first. */
@Entity
public class ShiftRole {

    /** Natural key. */
    @Embeddable
    public record Key(UUID shiftId, @Enumerated(EnumType.STRING) Role role) {}

    @EmbeddedId
    Key key;
    int capacity;
    int taken;
    int waiting;
    int arrivals;

    static ShiftRole of(UUID shift, RolePlaces places) {
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
    }

    public void take() {
        taken++;
    }

    public void giveBack() {
        taken--;
    }

    public void beginToWait() {
        waiting++;
    }

    public void stopWaiting() {
        waiting--;
    }

    public void resize(int places) {
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
}
