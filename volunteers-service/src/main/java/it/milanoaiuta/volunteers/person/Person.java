package it.milanoaiuta.volunteers.person;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Who volunteers: an opaque id and, when she has an account, her sign-in. Made when she first signs in, or when she first comes without an account. */
@Entity
public class Person {

    @Id
    UUID id;
    UUID subject;

    public UUID id() {
        return id;
    }

    /** Her sign-in id; null for a guest. */
    public UUID subject() {
        return subject;
    }
}
