package it.milanoaiuta.volunteers.person;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Everybody who ever signed up. */
@ApplicationScoped
public class People implements PanacheRepositoryBase<Person, UUID> {

    /** For what is recorded of her: one record at a time. */
    public Optional<Person> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
