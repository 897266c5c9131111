package it.milanoaiuta.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import it.milanoaiuta.local.TestStack;

/** A service reads its own database and no other: PostgreSQL itself says no, not a habit of ours. */
class IsolationTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String INVALID_PASSWORD = "28P01";
    private static final List<String> ROLES = List.of("volunteers", "donations", "food_hub", "keycloak");

    private final City city = City.running();

    static Stream<Arguments> strangers() {
        return ROLES.stream().flatMap(role -> Stream.concat(ROLES.stream(), Stream.of("postgres", "template1"))
                .filter(database -> !database.equals(role)).map(database -> Arguments.of(role, database)));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void a_role_cannot_connect_to_another_database(String role, String database) {
        TestStack.Database own = city.parts().database(role);
        assertThatThrownBy(() -> connect(own.url().replaceAll("/" + role + "$", "/" + database), role, own.password()))
                .isInstanceOfSatisfying(SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void a_role_connects_to_its_own_with_its_own_password_only(String role) throws SQLException {
        TestStack.Database own = city.parts().database(role);
        try (Connection connection = connect(own.url(), role, own.password());
                ResultSet mine = connection.createStatement().executeQuery("""
                        select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication
                        from pg_roles where rolname = current_user""")) {
            assertThat(mine.next()).isTrue();
            assertThat(mine.getBoolean(1)).as("more than a plain role").isFalse();
        }
        for (String other : ROLES) {
            if (!other.equals(role)) {
                assertThatThrownBy(() -> connect(own.url(), role, city.parts().database(other).password()))
                        .isInstanceOfSatisfying(SQLException.class,
                                refused -> assertThat(refused.getSQLState()).isEqualTo(INVALID_PASSWORD));
            }
        }
    }

    static List<String> roles() {
        return ROLES;
    }

    private static Connection connect(String url, String user, String password) throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
