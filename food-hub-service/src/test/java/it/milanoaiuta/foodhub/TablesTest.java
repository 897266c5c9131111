package it.milanoaiuta.foodhub;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * Each table belongs to one package, and the statements that name it stand there: whoever else needs what is in it asks the owner.
 * A view is what an owner offers to the statements of others.
 */
class TablesTest {

    private static final Path JAVA = Path.of("src/main/java/it/milanoaiuta/foodhub");
    private static final Path SQL = Path.of("src/main/resources/db");

    private static final Map<String, Set<String>> TABLES = Map.ofEntries(
            Map.entry("copies.item", Set.of("item", "item_conversion")),
            Map.entry("copies.need", Set.of("need", "need_line")),
            Map.entry("copies.organisation", Set.of("organisation", "organisation_member")),
            Map.entry("copies.roster", Set.of("roster_shift", "roster_shift_role", "roster_place")),
            Map.entry("hub", Set.of("hub", "hub_opening", "hub_capacity", "hub_manager")),
            Map.entry("hub.help", Set.of("help_request", "help_request_role")),
            Map.entry("hub.task", Set.of("task")),
            Map.entry("people.household", Set.of("household", "household_band", "household_exclusion")),
            Map.entry("people.neighbourhood", Set.of("neighbourhood")),
            Map.entry("stock", Set.of("lot", "lot_check", "balance", "movement", "reservation", "best_before_window",
                    "temperature_tolerance")),
            Map.entry("confirming", Set.of("to_settle")),
            Map.entry("inbound.arrival", Set.of("arrival", "arrival_line")),
            Map.entry("inbound.receipt", Set.of("receipt", "receipt_line", "receipt_batch", "receipt_delivery")),
            Map.entry("between", Set.of("transfer", "transfer_line", "transfer_lot")),
            Map.entry("outbound.recipe", Set.of("recipe", "recipe_line")),
            Map.entry("outbound.parcel", Set.of("parcel")),
            Map.entry("outbound.delivery", Set.of("delivery", "delivery_line", "delivery_assignee", "confirmation")),
            Map.entry("figures", Set.of("goods_figure", "parcel_figure", "case_served", "meal_factor")));

    /** Whose functions and views a current text holds. */
    private static final Map<String, String> CURRENT = Map.of("R__ledger.sql", "stock", "R__lots.sql", "stock",
            "R__roster.sql", "copies.roster", "R__figures.sql", "figures");

    /** Statements that name a table of somebody else, each with why it is one statement all the same. */
    private static final Map<String, Set<String>> REACH_ACROSS = Map.of(
            // picking, booking and the shelf's list: a second statement for each item would be one under the locks of the first
            "Stock.java", Set.of("item"),
            "StockOnHand.java", Set.of("item"),
            // no part of a piece moves: judged of a whole batch of movements, and by trigger behind every path
            "Ledger.java", Set.of("item"),
            "R__ledger.sql", Set.of("item"),
            // figures are kept in the transaction of what they count, and added up over months by the database
            "R__figures.sql", Set.of("movement", "lot", "delivery", "parcel"),
            "Figures.java", Set.of("item", "household", "household_band"));

    private static final Pattern COMMENT_OR_TEXT = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"|'(?:\\\\.|[^'\\\\])'", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("\\b(?:from|join|into|update|table|only)\\s+(\\w+)");
    private static final Pattern ENTITY = Pattern.compile("@Entity\\b.*?\\bclass (\\w+)", Pattern.DOTALL);
    private static final Pattern MAPPED = Pattern.compile("@(?:Collection)?Table\\(name = \"(\\w+)\"");

    @Test
    void each_table_belongs_to_one_package() {
        List<String> owned = TABLES.values().stream().flatMap(Set::stream).toList();
        assertThat(owned).doesNotHaveDuplicates();
        assertThat(matches(Pattern.compile("(?m)^create table (\\w+)"), read(SQL.resolve("migration"), ".sql").values()))
                .containsExactlyInAnyOrderElementsOf(owned);
        assertThat(read(SQL.resolve("current"), ".sql")).containsOnlyKeys(CURRENT.keySet().stream()
                .map(SQL.resolve("current")::resolve).toList());
    }

    @Test
    void entities_lie_in_the_package_that_owns_their_table() {
        read(JAVA, ".java").forEach((file, text) -> Stream
                .concat(matches(ENTITY, List.of(text)).stream().map(TablesTest::tableOf),
                        matches(MAPPED, List.of(text)).stream())
                .filter(ownerOfTables()::containsKey)
                .forEach(table -> assertThat(packageOf(file)).as("who maps %s", table).isEqualTo(ownerOfTables().get(table))));
    }

    @Test
    void no_statement_reaches_across_but_those_that_say_why() {
        Map<String, Set<String>> foreign = new HashMap<>();
        Map<String, String> owners = owners();
        statements().forEach((file, text) -> {
            Set<String> named = matches(NAMED, List.of(text)).stream()
                    .filter(name -> owners.containsKey(name) && !owners.get(name).equals(ownerOf(file)))
                    .collect(toCollection(TreeSet::new));
            if (!named.isEmpty()) {
                foreign.put(file.getFileName().toString(), named);
            }
        });
        assertThat(foreign).isEqualTo(REACH_ACROSS);
    }

    /** What tables, and entities in their place, belong to; views are there for everybody above their owner. */
    private static Map<String, String> owners() {
        Map<String, String> owners = new HashMap<>(ownerOfTables());
        read(JAVA, ".java").forEach((file, text) -> matches(ENTITY, List.of(text))
                .forEach(entity -> owners.put(entity, packageOf(file))));
        return owners;
    }

    private static Map<String, String> ownerOfTables() {
        Map<String, String> owners = new HashMap<>();
        TABLES.forEach((owner, tables) -> tables.forEach(table -> owners.put(table, owner)));
        return owners;
    }

    /** By file, all the texts in it that may be statements. */
    private static Map<Path, String> statements() {
        Map<Path, String> statements = new HashMap<>();
        read(JAVA, ".java").forEach((file, text) -> statements.put(file, String.join("\n", COMMENT_OR_TEXT.matcher(text)
                .results().flatMap(found -> Stream.of(found.group(1), found.group(2))).filter(said -> said != null).toList())));
        read(SQL.resolve("current"), ".sql").forEach((file, text) -> statements.put(file, text.replaceAll("--[^\\n]*", "")));
        return statements;
    }

    private static String ownerOf(Path file) {
        return file.startsWith(JAVA) ? packageOf(file) : CURRENT.get(file.getFileName().toString());
    }

    private static String packageOf(Path file) {
        Path folder = JAVA.relativize(file).getParent();
        return folder == null ? "" : folder.toString().replace('/', '.');
    }

    private static String tableOf(String entity) {
        return entity.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase();
    }

    private static List<String> matches(Pattern pattern, Iterable<String> texts) {
        return Stream.of(texts).flatMap(all -> {
            Stream.Builder<String> found = Stream.builder();
            all.forEach(text -> pattern.matcher(text).results().map(TablesTest::name).forEach(found::add));
            return found.build();
        }).toList();
    }

    private static String name(MatchResult found) {
        return found.group(1);
    }

    private static Map<Path, String> read(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<Path, String> texts = new HashMap<>();
            for (Path file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
                texts.put(file, Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
