package it.milanoaiuta.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Where SQL stands in the scripts that a module's Flyway finds: tables in migrations (<code>V…</code>), and each function and view
 * whole in one repeatable script (<code>R__…</code>), its current text.
 */
public final class SqlTexts {

    /** Migrations of before this version keep the functions and views they came with. */
    private static final String SINCE = "20261130190000";
    private static final String MADE = "(?im)^\\s*create (or replace )?(function|procedure|view|materialized view) (\\w+)";
    private static final String DROPPED = "(?im)^\\s*drop (function|procedure|view|materialized view) (?:if exists )?(\\w+)";

    /** Not those of extensions; a function that has several lists of arguments comes several times. */
    private static final String IN_DATABASE = """
            select case prokind when 'p' then 'procedure ' else 'function ' end || proname
            from pg_proc p where pronamespace = cast(cast(current_schema() as text) as regnamespace)
              and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
            union all
            select case relkind when 'm' then 'materialized view ' else 'view ' end || relname
            from pg_class c where relnamespace = cast(cast(current_schema() as text) as regnamespace) and relkind in ('v', 'm')
              and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
            """;

    private final Flyway flyway;
    private final List<Script> migrations;
    private final List<Script> current;

    private record Script(String name, String version, String text) {}

    public SqlTexts(Flyway flyway) {
        this.flyway = flyway;
        migrations = scripts().filter(MigrationInfo::isVersioned).map(SqlTexts::script)
                .filter(script -> script.version.compareTo(SINCE) > 0).toList();
        current = scripts().filter(MigrationInfo::isRepeatable).map(SqlTexts::script).toList();
    }

    /** Nothing is in the database that has no current text, nothing has two, and no list of arguments stayed from before. */
    public void eachFunctionAndViewHasOneCurrentText() {
        assertThat(current.stream().flatMap(SqlTexts::made)).isNotEmpty().containsExactlyInAnyOrderElementsOf(inDatabase());
    }

    /** A function only, and only where a table of the same migration needs it at once: a trigger, a generated column. */
    public void migrationsMakeNoFunctionsAndViews() {
        assertThat(migrations).allSatisfy(migration -> assertThat(matches(MADE, migration.text)
                .filter(made -> !isNeededAtOnce(made, migration)).map(MatchResult::group)).as(migration.name).isEmpty());
    }

    /** What a migration has to drop is made again only because its current text names that migration: then it is another text. */
    public void whatAMigrationDropsIsMadeAgain() {
        assertThat(migrations).allSatisfy(migration -> assertThat(current.stream()
                .filter(script -> made(script).anyMatch(made -> dropped(migration).anyMatch(made::equals)))
                .filter(script -> !script.text.contains(migration.version)).map(Script::name)).as(migration.name).isEmpty());
    }

    private static boolean isNeededAtOnce(MatchResult made, Script migration) {
        return made.group(1) == null && made.group(2).equalsIgnoreCase("function")
                && matches("\\b%s\\b".formatted(made.group(3)), migration.text).count() > 1;
    }

    private static Stream<String> made(Script script) {
        return matches(MADE, script.text).map(made -> made.group(2) + " " + made.group(3));
    }

    private static Stream<String> dropped(Script script) {
        return matches(DROPPED, script.text).map(dropped -> dropped.group(1) + " " + dropped.group(2));
    }

    private static Stream<MatchResult> matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results();
    }

    private Stream<MigrationInfo> scripts() {
        return Arrays.stream(flyway.info().all());
    }

    private static Script script(MigrationInfo info) {
        return new Script(info.getScript(), String.valueOf(info.getVersion()), text(info.getScript()));
    }

    /** @param script Quarkus names it by its whole path on the class path */
    private static String text(String script) {
        try (InputStream file = SqlTexts.class.getResourceAsStream("/" + script)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> inDatabase() {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(IN_DATABASE)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
