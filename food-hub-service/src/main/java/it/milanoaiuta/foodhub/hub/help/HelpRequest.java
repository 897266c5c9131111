package it.milanoaiuta.foodhub.hub.help;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.BatchSize;

import it.milanoaiuta.platform.web.Ids;

/** A hub asks for volunteers: volunteers-service makes a shift of it, and its confirmed people are the hub's roster. */
@Entity
public class HelpRequest {

    /** Where a request is; all but WITHDRAWN follow from its shift. */
    @Schema(name = "HelpRequestState")
    public enum State {
        /** Places are free, or the shift is not open yet. */
        OPEN,
        /** Every place of every role is taken. */
        FILLED,
        /** Its shift was cancelled: nobody comes, the manager asks anew. */
        SHIFT_CANCELLED,
        /** The hub took it back. */
        WITHDRAWN
    }

    @Id
    private UUID id;
    private UUID hubId;
    private HelpTask task;
    private Instant startsAt;
    private Instant endsAt;
    @Enumerated(EnumType.STRING)
    private State state = State.OPEN;
    private UUID askedBy;
    private Instant askedAt;
    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "help_request_role", joinColumns = @JoinColumn(name = "help_request_id"))
    private List<RolePlaces> roles = new ArrayList<>();

    /**
     * A hub asks, from now on.
     *
     * @param manager who asks for it
     * @throws it.milanoaiuta.platform.web.InvalidField naming what of it does not fit
     */
    static HelpRequest asked(UUID hub, NewHelpRequest asked, UUID manager, Instant now, HelpRules rules) {
        asked.mustBeWhole(now, rules);
        HelpRequest request = new HelpRequest();
        request.id = Ids.next();
        request.hubId = hub;
        request.task = asked.task();
        request.startsAt = asked.start().truncatedTo(ChronoUnit.MICROS);
        request.endsAt = asked.end().truncatedTo(ChronoUnit.MICROS);
        request.roles.addAll(asked.roles());
        request.askedBy = manager;
        request.askedAt = now;
        return request;
    }

    /** The roles in the order of the list. */
    public List<RolePlaces> rolesInOrder() {
        return roles.stream().sorted(Comparator.comparing(RolePlaces::role)).toList();
    }

    /**
     * What is known of its shift now; changes nothing once withdrawn.
     *
     * @param places by role, on shifts that take place; those asked for where none is known
     * @param confirmed people confirmed by role, on shifts that take place
     * @param cancelled whether it has a shift and none that takes place
     */
    void staffedBy(Map<String, Long> places, Map<String, Long> confirmed, boolean cancelled) {
        if (state == State.WITHDRAWN) {
            return;
        }
        Map<String, Long> offered = places.isEmpty()
                ? roles.stream().collect(Collectors.toMap(asked -> asked.role().code(), asked -> (long) asked.capacity()))
                : places;
        boolean full = offered.entrySet().stream()
                .allMatch(role -> confirmed.getOrDefault(role.getKey(), 0L) >= role.getValue());
        state = cancelled ? State.SHIFT_CANCELLED : full ? State.FILLED : State.OPEN;
    }

    /**
     * @param begun whether a shift of it has begun
     * @return false when it had been withdrawn before
     * @throws ShiftStarted once people are there
     */
    boolean withdraw(boolean begun) {
        if (state == State.WITHDRAWN) {
            return false;
        }
        if (begun) {
            throw new ShiftStarted();
        }
        state = State.WITHDRAWN;
        return true;
    }

    public UUID id() {
        return id;
    }

    public UUID hubId() {
        return hubId;
    }

    public HelpTask task() {
        return task;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    public State state() {
        return state;
    }
}
