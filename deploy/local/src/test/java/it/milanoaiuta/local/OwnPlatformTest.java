package it.milanoaiuta.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** PostgreSQL and Kafka as deploy/up runs them: they start, keep what they were told through kill -9, and end. */
class OwnPlatformTest {

    @Test
    void what_was_committed_survives_kill_9_and_nothing_is_left_when_it_ends() throws Exception {
        List<ProcessHandle> processes;
        try (OwnPlatform platform = OwnPlatform.start(Project.root().resolve("target/own-platform-test"), "--infra",
                "--oidc=http://localhost:1/realms/none")) {
            TestStack.Database database = platform.freshDatabase("kept");
            execute(database, "create table promise (goods text)");
            execute(database, "insert into promise values ('12 kg of pasta')");

            platform.takeDown("postgres");
            assertThatThrownBy(() -> execute(database, "select 1")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> platform.process("postgres")).isInstanceOf(IllegalStateException.class);
            platform.letUp("postgres");
            takeDownAgain(platform, "postgres");
            platform.letUp("postgres");
            platform.kill("kafka");

            assertThat(eventually(() -> read(database, "select goods from promise"))).isEqualTo("12 kg of pasta");
            ProcessHandle kafka = eventually(() -> platform.process("kafka"));
            processes = List.of(platform.process("postgres"), kafka);
        }
        for (ProcessHandle process : processes) {
            process.onExit().get(30, TimeUnit.SECONDS);
            assertThat(process.isAlive()).isFalse();
        }
    }

    /** It is only just starting: each refusal must leave it free to start. */
    private static void takeDownAgain(OwnPlatform platform, String part) throws Exception {
        eventually(() -> {
            platform.takeDown(part);
            return part;
        });
    }

    private interface Attempt<T> {
        T run() throws Exception;
    }

    private static <T> T eventually(Attempt<T> attempt) throws Exception {
        long deadline = System.currentTimeMillis() + 60_000;
        while (true) {
            try {
                return attempt.run();
            } catch (SQLException | IllegalStateException notYet) {
                assertThat(System.currentTimeMillis() < deadline).as(() -> "still: " + notYet).isTrue();
                Thread.sleep(200);
            }
        }
    }

    private static void execute(TestStack.Database database, String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            connection.createStatement().execute(command);
        }
    }

    private static String read(TestStack.Database database, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
