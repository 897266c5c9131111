package it.milanoaiuta.volunteers.organisation;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import it.milanoaiuta.platform.web.Ids;

/**
 * Somebody who organises help: <code>PENDING → VERIFIED | REJECTED</code>, <code>VERIFIED ⇄ SUSPENDED</code>. Only a verified
 * one publishes; a suspended one keeps what was promised and takes nothing new.
 */
@Entity
public class Organisation {

    /** How far the city trusts an organisation: PENDING → VERIFIED or REJECTED, VERIFIED ⇄ SUSPENDED. */
    public enum Status {
        /** Waits for a coordinator; it publishes nothing. */
        PENDING,
        /** May publish; everybody sees it. */
        VERIFIED,
        /** For the reason in its file; it stays so. */
        REJECTED,
        /** Hidden, takes nothing new, and its shifts that have not begun are frozen, until it is reinstated. */
        SUSPENDED
    }

    @Id
    private UUID id;
    private String name;
    private String fiscalCode;
    private String about;
    @Enumerated(EnumType.STRING)
    private Status status;
    private String reason;
    private Instant registeredAt;
    private Instant suspendedAt;

    static Organisation registered(NewOrganisation registration, Instant now) {
        Organisation organisation = new Organisation();
        organisation.id = Ids.next();
        organisation.name = registration.name();
        organisation.fiscalCode = registration.fiscalCode();
        organisation.about = registration.about();
        organisation.status = Status.PENDING;
        organisation.registeredAt = now;
        return organisation;
    }

    public boolean isVerified() {
        return status == Status.VERIFIED;
    }

    public void verify() {
        mustBe(Status.PENDING);
        status = Status.VERIFIED;
    }

    public void reject(String why) {
        mustBe(Status.PENDING);
        status = Status.REJECTED;
        reason = why;
    }

    public void suspend(String why, Instant now) {
        mustBe(Status.VERIFIED);
        status = Status.SUSPENDED;
        reason = why;
        suspendedAt = now;
    }

    public void reinstate() {
        mustBe(Status.SUSPENDED);
        status = Status.VERIFIED;
        reason = null;
        suspendedAt = null;
    }

    private void mustBe(Status expected) {
        if (status != expected) {
            throw new NotInThisState(status);
        }
    }

    public UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    /** Null when it gave none. */
    String fiscalCode() {
        return fiscalCode;
    }

    String about() {
        return about;
    }

    Status status() {
        return status;
    }

    /** Why it was rejected or is suspended; null otherwise. */
    String reason() {
        return reason;
    }

    Instant registeredAt() {
        return registeredAt;
    }
}
