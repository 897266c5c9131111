package it.milanoaiuta.volunteers.person;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import it.milanoaiuta.platform.web.Ids;

/** Who volunteers: an opaque id and, when she has an account, her sign-in. Made when she first signs in, or when she first comes without an account. */
@Entity
public class Person {

    @Id
    private UUID id;
    private UUID subject;

    /** Somebody new who has no account. */
    static Person withoutAccount() {
        Person person = new Person();
        person.id = Ids.next();
        return person;
    }

    public UUID id() {
        return id;
    }

    /** Her sign-in id; null for a guest. */
    public UUID subject() {
        return subject;
    }
}
