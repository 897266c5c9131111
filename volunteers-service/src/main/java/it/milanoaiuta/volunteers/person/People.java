package it.milanoaiuta.volunteers.person;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.platform.data.Sql;
import it.milanoaiuta.platform.data.vault.Subject;
import it.milanoaiuta.platform.data.vault.Vault;
import it.milanoaiuta.platform.web.Ids;

/** Everybody who ever signed in, and who came without an account. */
@ApplicationScoped
public class People implements PanacheRepositoryBase<Person, UUID> {

    private static final String KIND = "person";

    private final Sql sql;

    private final Vault vault;

    @Inject
    People(DataSource dataSource, Vault vault) {
        this.sql = new Sql(dataSource);
        this.vault = vault;
    }

    /** For what is recorded of her: one record at a time. */
    public Optional<Person> findLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** {@link #findLocked} by her sign-in; empty for whoever never signed in. */
    public Optional<Person> findLockedBySubject(UUID subject) {
        return find("subject", subject).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Whether somebody with this sign-in id ever signed in. */
    public boolean isKnown(UUID subject) {
        return count("subject", subject) > 0;
    }

    /** She signed in. In a transaction of its own where there is none: that she is known does not hang on what she asks for. */
    void meet(UUID subject) {
        sql.update("insert into person (id, subject) values (?, ?) on conflict do nothing", Ids.next(), subject);
    }

    /** Somebody new without an account; her name is in the vault and nowhere else. */
    public Person withoutAccount(String name) {
        Person person = Person.withoutAccount();
        persist(person);
        flush();
        vault.keep(new Subject(KIND, person.id()), Map.of("name", name), Set.of());
        return person;
    }
}
