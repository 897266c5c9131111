package it.milanoaiuta.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes the realm of an older edition today's, with its people, before the server starts (docs/adr/010).
 * <p>
 * Keycloak imports in one transaction, the edition with it: whatever ends this half way, the database has the old realm or
 * today's, each with everybody.
 */
final class RealmUpgrade {

    /** One of Keycloak's own commands, run to its end. */
    interface Command {
        void run(List<String> arguments) throws IOException, InterruptedException;
    }

    private final Realm realm;
    private final Map<String, String> database;
    private final Path folder;
    private final Command keycloak;
    private final Consumer<String> told;

    /**
     * @param database KC_DB_URL, KC_DB_USERNAME, KC_DB_PASSWORD
     * @param folder for files that hold credentials; there only while they are needed
     * @param told what a person who waits may know
     */
    RealmUpgrade(Realm realm, Map<String, String> database, Path folder, Command keycloak, Consumer<String> told) {
        this.realm = realm;
        this.database = database;
        this.folder = folder;
        this.keycloak = keycloak;
        this.told = told;
    }

    /** Costs one query where nothing is to be done. */
    void whereNeeded() throws IOException, InterruptedException {
        Private.delete(folder);
        Optional<String> imported = imported();
        if (imported.isPresent() && !imported.get().equals(realm.edition())) {
            told.accept("these data have the realm of another edition; moving its people to today's");
            told.accept("the realm is today's, with its people (" + moved() + "); whoever was signed in signs in again");
        }
    }

    private int moved() throws IOException, InterruptedException {
        Path before = Private.folder(Private.folder(folder).resolve("before"));
        Path today = folder.resolve("today.json");
        try {
            keycloak.run(List.of("export", "--optimized", "--realm=" + Realm.NAME, "--dir=" + before,
                    // else in one transaction, whose length grows with the square of the people
                    "--users=different_files", "--users-per-file=100"));
            int people = new RealmWithPeople(realm.document()).write(before, today);
            keycloak.run(List.of("import", "--optimized", "--override=true", "--file=" + today));
            if (!imported().equals(Optional.of(realm.edition()))) {
                throw new IOException("Keycloak said nothing, and did not import it.");
            }
            return people;
        } catch (IOException e) {
            throw new PartFailed("Keycloak's realm could not be made today's; all accounts are as they were, and the next start"
                    + " tries again. " + e.getMessage(), e);
        } finally {
            Private.delete(folder);
        }
    }

    /** The edition in the database, "" of a realm that bears none; empty where there is no realm. */
    private Optional<String> imported() throws IOException {
        try (Connection connection = DriverManager.getConnection(database.get("KC_DB_URL"), database.get("KC_DB_USERNAME"),
                database.get("KC_DB_PASSWORD"))) {
            return hasTables(connection) ? edition(connection) : Optional.empty();
        } catch (SQLException e) {
            throw new IOException("Keycloak's database cannot be asked for the realm's edition: " + e.getMessage(), e);
        }
    }

    private static boolean hasTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select to_regclass('realm_attribute') is not null")) {
            return found.next() && found.getBoolean(1);
        }
    }

    private static Optional<String> edition(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select coalesce(a.value, '') from realm r"
                + " left join realm_attribute a on a.realm_id = r.id and a.name = ? where r.name = ?")) {
            statement.setString(1, Realm.EDITION);
            statement.setString(2, Realm.NAME);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
            }
        }
    }
}
