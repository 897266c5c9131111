package it.milanoaiuta.volunteers.person;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.defaults.Ids;

/** Everybody who ever signed up or came. */
@ApplicationScoped
public class People implements PanacheRepositoryBase<Person, UUID> {

    /** For what is recorded of her: one record at a time. */
    public Optional<Person> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** {@link #locked} by her sign-in; somebody new becomes known by this. */
    public Person withSubject(UUID subject) {
        getEntityManager()
                .createNativeQuery("insert into person (id, subject) values (:id, :subject) on conflict (subject) do nothing")
                .setParameter("id", Ids.next()).setParameter("subject", subject).executeUpdate();
        return find("subject", subject).withLock(LockModeType.PESSIMISTIC_WRITE).singleResult();
    }
}
