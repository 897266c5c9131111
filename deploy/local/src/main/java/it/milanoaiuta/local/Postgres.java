package it.milanoaiuta.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * PostgreSQL: scram-sha-256 for everybody, no socket files, 127.0.0.1 only; one role and one database per owner, and in it a
 * guard: a role without login that owns what the owner may only add to (<code>guard.sql</code>).
 */
public final class Postgres implements Part {

    private static final String ADMIN = "postgres";
    private static final String GUARD = script("guard.sql");

    private final int port;
    private final Path data;
    private final Path binaries;
    private final String adminPassword;
    private final Map<String, String> owners = new LinkedHashMap<>();
    private final List<String> settings;

    /**
     * @param data where its files lie; made by initdb when missing
     * @param binaries where the unpacked binaries are kept
     * @param settings further lines of postgresql.conf, "name=value"
     */
    Postgres(int port, Path data, Path binaries, String adminPassword, List<String> settings) {
        this.port = port;
        this.data = data;
        this.binaries = binaries;
        this.adminPassword = adminPassword;
        this.settings = settings;
    }

    /** A role of this name, which owns a database of the same name. */
    Postgres with(String owner, String password) {
        owners.put(owner, password);
        return this;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        PostgresBinaries.unpackInto(binaries);
        if (Files.exists(data)) {
            return;
        }
        // Beside and moved when done: an initdb that was cut short leaves nothing that looks like a database.
        Path beside = data.resolveSibling(data.getFileName() + ".new");
        Private.delete(beside);
        Private.folder(beside);
        Path password = data.resolveSibling("postgres-password.new");
        Private.write(password, adminPassword);
        try {
            Commands.run(unprivileged("initdb", "--pgdata=" + beside, "--username=" + ADMIN, "--pwfile=" + password,
                    "--auth=scram-sha-256", "--encoding=UTF8", "--no-locale", "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8", "--no-instructions"));
        } finally {
            Files.delete(password);
        }
        Files.move(beside, data);
    }

    @Override
    public ProcessBuilder command() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-D", data.toString(), "-p", String.valueOf(port)));
        for (String setting : serverSettings()) {
            arguments.add("-c");
            arguments.add(setting);
        }
        return new ProcessBuilder(unprivileged("postgres", arguments.toArray(String[]::new)));
    }

    private List<String> serverSettings() {
        List<String> all = new ArrayList<>(List.of("listen_addresses=127.0.0.1", "unix_socket_directories=",
                "password_encryption=scram-sha-256", "max_connections=200", "log_timezone=UTC", "timezone=UTC",
                "log_line_prefix=%m [%p] %d ",
                // details and statements quote values of rows: "Key (email)=(…) already exists"
                "log_error_verbosity=terse", "log_min_error_statement=panic"));
        all.addAll(settings);
        return all;
    }

    @Override
    public boolean ready() throws SQLException {
        try (Connection connection = admin("postgres")) {
            return connection.isValid(2);
        }
    }

    @Override
    public void provision() throws SQLException {
        try (Connection connection = admin("postgres")) {
            for (String everybodys : List.of("postgres", "template1")) {
                execute(connection, "revoke connect, temporary on database " + everybodys + " from public");
            }
            for (Map.Entry<String, String> owner : owners.entrySet()) {
                provide(this::admin, owner.getKey(), owner.getValue());
            }
        }
    }

    /** Connects the administrator to a database. */
    interface Administrator {
        Connection to(String database) throws SQLException;
    }

    /** Makes a role, its database and its guard, each where it is missing. Nobody else may connect to the database. */
    private static void provide(Administrator administrator, String owner, String password) throws SQLException {
        try (Connection connection = administrator.to(ADMIN)) {
            provideRole(connection, owner, "login password '" + password.replace("'", "''") + "'");
            provideRole(connection, guardOf(owner), "nologin");
            if (isMissing(connection, "select 1 from pg_database where datname = ?", owner)) {
                execute(connection, "create database " + quoted(owner) + " owner " + quoted(owner));
            }
            execute(connection, "revoke connect, temporary on database " + quoted(owner) + " from public");
        }
        try (Connection connection = administrator.to(owner)) {
            execute(connection, GUARD.replace(":\"service\"", quoted(owner)).replace(":\"guard\"", quoted(guardOf(owner))));
        }
    }

    private static void provideRole(Connection connection, String role, String how) throws SQLException {
        if (isMissing(connection, "select 1 from pg_roles where rolname = ?", role)) {
            execute(connection, "create role " + quoted(role) + " " + how);
        }
    }

    private static String guardOf(String owner) {
        return owner + "_guard";
    }

    /** Throws the database away with all in it, whoever is connected, and makes it anew. */
    static void provideAnew(Administrator administrator, String owner, String password) throws SQLException {
        try (Connection connection = administrator.to(ADMIN)) {
            execute(connection, "drop database if exists " + quoted(owner) + " with (force)");
            execute(connection, "drop role if exists " + quoted(guardOf(owner)));
            execute(connection, "drop role if exists " + quoted(owner));
        }
        provide(administrator, owner, password);
    }

    private static String script(String name) {
        try (InputStream script = Postgres.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMissing(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return !found.next();
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private Connection admin(String database) throws SQLException {
        return admin(port, adminPassword, database);
    }

    static Connection admin(int port, String password, String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", ADMIN);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "2");
        login.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(url(port, database), login);
    }

    /** Where the unpacked binaries are kept, for every stack of this project. */
    static Path binaries() {
        return Project.root().resolve("deploy/local/target/postgres");
    }

    String url(String database) {
        return url(port, database);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** "Fast" shutdown, the one that ends sessions and writes a checkpoint: SIGTERM would wait for every client to leave. */
    @Override
    public void askToEnd(ProcessHandle process) {
        endFast(process);
    }

    static void endFast(ProcessHandle process) {
        try {
            Commands.run(List.of("sh", "-c", "kill -INT " + process.pid()));
        } catch (IOException alreadyGone) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }

    private List<String> unprivileged(String program, String... arguments) {
        List<String> command = new ArrayList<>(Root.without());
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
