package it.milanoaiuta.foodhub.people.household;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.platform.data.vault.Reading;
import it.milanoaiuta.platform.data.vault.Subject;
import it.milanoaiuta.platform.data.vault.Vault;
import it.milanoaiuta.platform.data.vault.VaultUnreadable;

/** The vault itself on real tables, with master keys of the test's own. */
@QuarkusTest
class VaultTest {

    private static final Set<String> FIELDS = Set.of("name", "phone");

    @Inject
    DataSource dataSource;

    @Inject
    Scene scene;

    final String firstKey = masterKey();
    final String secondKey = masterKey();
    final Subject anna = new Subject("tested", UUID.randomUUID());
    final Subject paolo = new Subject("tested", UUID.randomUUID());
    final Reading reading = new Reading(UUID.randomUUID(), Purpose.CALL);
    final String phone = "+39" + (3_000_000_000L + Math.floorMod(anna.id().getLeastSignificantBits(), 999_999_999L));
    Vault vault;

    private static String masterKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    @BeforeEach
    void twoPeople() {
        vault = new Vault(List.of(firstKey), dataSource);
        keep(vault, anna, Map.of("name", "Anna", "phone", phone));
        keep(vault, paolo, Map.of("name", "Paolo", "phone", phone));
    }

    private static void keep(Vault vault, Subject subject, Map<String, String> values) {
        QuarkusTransaction.requiringNew().run(() -> vault.keep(subject, values, Set.of("phone")));
    }

    private Optional<Map<String, String>> read(Vault by, Subject subject) {
        return QuarkusTransaction.requiringNew().call(() -> by.read(subject, FIELDS, reading));
    }

    private List<UUID> found(Vault by) {
        return QuarkusTransaction.requiringNew().call(() -> by.find("tested", "phone", List.of(phone), reading));
    }

    private boolean erase(Subject subject) {
        return QuarkusTransaction.requiringNew().call(() -> vault.erase(subject, reading.reader()));
    }

    private long readings(String action) {
        return scene.count("select count(*) from vault_read where reader = ?1 and action = ?2", reading.reader(), action);
    }

    @Test
    void what_is_kept_is_read_again_and_each_reading_is_recorded_once() {
        assertEquals(Optional.of(Map.of("name", "Anna", "phone", phone)), read(vault, anna));
        assertEquals(1, readings("READ"));
        assertEquals(Optional.empty(), read(vault, new Subject("tested", UUID.randomUUID())));
        assertEquals(1, readings("READ"));
        assertEquals(Map.of(anna.id(), Map.of("name", "Anna"), paolo.id(), Map.of("name", "Paolo")), QuarkusTransaction
                .requiringNew().call(() -> vault.read("tested", List.of(anna.id(), paolo.id()), Set.of("name"), reading)));
        assertEquals(2, readings("READ"));
        assertEquals(2, scene.count("select max(cardinality(ids)) from vault_read where reader = ?1", reading.reader()));
    }

    @Test
    void a_reading_that_is_rolled_back_is_neither_shown_nor_recorded() {
        assertThrows(IllegalArgumentException.class, () -> QuarkusTransaction.requiringNew().run(() -> {
            vault.read(anna, FIELDS, reading);
            throw new IllegalArgumentException("the request fails");
        }));
        assertEquals(0, readings("READ"));
    }

    @Test
    void the_record_of_readings_cannot_be_changed() {
        read(vault, anna);
        assertThrows(RuntimeException.class,
                () -> scene.sql("update vault_read set purpose = 'OTHER' where reader = ?1", reading.reader()));
        assertThrows(RuntimeException.class, () -> scene.sql("delete from vault_read where reader = ?1", reading.reader()));
        assertEquals(1, readings("READ"));
    }

    /** Whoever has the service's password has these too. */
    @ParameterizedTest
    @ValueSource(strings = {"truncate vault_read", "drop table vault_read", "alter table vault_read disable trigger all",
            "alter table vault_read rename to nothing", "alter table vault_read owner to current_user",
            "alter table vault_read add column more text", "create rule nothing as on insert to vault_read do instead nothing",
            "create trigger nothing before insert on vault_read for each row execute function suppress_redundant_updates_trigger()",
            "create or replace function guard.refuse() returns trigger language sql return null", "drop schema guard cascade",
            "alter schema public owner to current_user", "set session_replication_role = replica"})
    void not_even_the_service_can_undo_what_keeps_that_record(String statement) {
        read(vault, anna);
        assertThrows(RuntimeException.class, () -> scene.sql(statement));
        assertEquals(1, readings("READ"));
    }

    @Test
    void the_service_is_not_its_own_guard() {
        String owned = "select count(*) from pg_tables join pg_roles on rolname = tableowner where tablename = 'vault_read' and ";
        assertEquals(1, scene.count(owned + "not (rolcanlogin or rolsuper or rolcreaterole)"));
        assertEquals(0, scene.count(owned + "pg_has_role(current_user, tableowner, 'MEMBER')"));
    }

    @Test
    void they_are_found_by_the_exact_value_only_newest_first() {
        assertEquals(Set.of(anna.id(), paolo.id()), Set.copyOf(found(vault)));
        for (String other : List.of(phone.substring(0, phone.length() - 1), phone + "0", "Anna")) {
            assertEquals(List.of(), QuarkusTransaction.requiringNew()
                    .call(() -> vault.find("tested", "phone", List.of(other), reading)));
        }
        assertEquals(List.of(),
                QuarkusTransaction.requiringNew().call(() -> vault.find("tested", "name", List.of("Anna"), reading)));
        assertEquals(Set.of(anna.id(), paolo.id()), Set.copyOf(QuarkusTransaction.requiringNew()
                .call(() -> vault.find("tested", "phone", List.of("+390", phone), reading))));
        assertEquals(6, readings("LOOK_UP"));
        assertTrue(QuarkusTransaction.requiringNew().call(() -> vault.lookedUp(anna, reading, Duration.ofHours(1))));
        assertFalse(QuarkusTransaction.requiringNew().call(
                () -> vault.lookedUp(anna, new Reading(UUID.randomUUID(), Purpose.CALL), Duration.ofHours(1))));
        assertFalse(QuarkusTransaction.requiringNew().call(
                () -> vault.lookedUp(anna, new Reading(reading.reader(), Purpose.DELIVERY), Duration.ofHours(1))));
    }

    @Test
    void entries_swapped_between_people_or_fields_cannot_be_read() {
        swap("vault_entry", "sealed", "name", "name");
        assertThrows(VaultUnreadable.class, () -> read(vault, anna));
        assertThrows(VaultUnreadable.class, () -> read(vault, paolo));
        assertEquals(0, readings("READ"));
        swap("vault_entry", "sealed", "name", "name");
        assertTrue(read(vault, anna).isPresent());

        scene.sql("update vault_entry set sealed = (select sealed from vault_entry where id = ?1 and field = 'phone')"
                + " where id = ?1 and field = 'name'", anna.id());
        assertThrows(VaultUnreadable.class, () -> read(vault, anna));
    }

    @Test
    void keys_swapped_between_people_open_nothing() {
        scene.sql("""
                update vault_key k set wrapped = other.wrapped from vault_key other
                where k.kind = 'tested' and other.kind = 'tested' and (k.id = ?1 and other.id = ?2 or k.id = ?2 and other.id = ?1)
                """, anna.id(), paolo.id());
        assertThrows(VaultUnreadable.class, () -> read(vault, anna));
        assertThrows(VaultUnreadable.class, () -> read(vault, paolo));
    }

    private void swap(String table, String column, String ofOne, String ofOther) {
        scene.sql("""
                update %s e set %s = other.%s from %s other
                where e.field = ?3 and other.field = ?4
                  and (e.id = ?1 and other.id = ?2 or e.id = ?2 and other.id = ?1)
                """.formatted(table, column, column, table), anna.id(), paolo.id(), ofOne, ofOther);
    }

    @Test
    void what_is_kept_anew_replaces_all_and_has_another_key() {
        byte[] before = wrapped(anna);
        keep(vault, anna, Map.of("name", "Anna B."));
        assertEquals(Optional.of(Map.of("name", "Anna B.")), read(vault, anna));
        assertEquals(List.of(paolo.id()), found(vault));
        assertFalse(Arrays.equals(before, wrapped(anna)));
    }

    private byte[] wrapped(Subject subject) {
        return scene.bytes("select wrapped from vault_key where id = ?1", subject.id());
    }

    @Test
    void after_a_rotation_the_old_master_key_is_not_needed_any_more() {
        Vault both = new Vault(List.of(secondKey, firstKey), dataSource);
        assertTrue(read(both, anna).isPresent());
        assertEquals(Set.of(anna.id(), paolo.id()), Set.copyOf(found(both)));
        Vault second = new Vault(List.of(secondKey), dataSource);
        assertThrows(VaultUnreadable.class, () -> read(second, anna));
        assertThrows(IllegalStateException.class, second::mustKnowItsKeys);

        assertTrue(both.rewrap() >= 2);
        assertEquals(0, both.rewrap());
        assertEquals(Optional.of(Map.of("name", "Anna", "phone", phone)), read(second, anna));
        assertEquals(Set.of(anna.id(), paolo.id()), Set.copyOf(found(second)));
        assertThrows(VaultUnreadable.class, () -> read(vault, anna));
        assertEquals(List.of(), found(vault));
    }

    @Test
    void a_key_that_cannot_be_unwrapped_does_not_stop_the_rotation_of_the_others() {
        scene.sql("update vault_key set wrapped = '\\x0011' where id = ?1", anna.id());
        new Vault(List.of(secondKey, firstKey), dataSource).rewrap();
        Vault second = new Vault(List.of(secondKey), dataSource);
        assertTrue(read(second, paolo).isPresent());
        assertThrows(VaultUnreadable.class, () -> read(second, anna));
        scene.sql("delete from vault_key where id = ?1", anna.id());
    }

    @Test
    void after_an_erasure_nothing_opens_what_was_copied_before() {
        byte[] copied = scene.bytes("select sealed from vault_entry where id = ?1 and field = 'name'", anna.id());
        assertTrue(erase(anna));
        assertEquals(Optional.empty(), read(vault, anna));
        assertEquals(List.of(paolo.id()), found(vault));
        for (String table : List.of("vault_key", "vault_entry", "vault_index")) {
            assertEquals(0, scene.count("select count(*) from " + table + " where id = ?1", anna.id()), table);
        }
        keep(vault, anna, Map.of("name", "Somebody else"));
        scene.sql("update vault_entry set sealed = ?2 where id = ?1", anna.id(), copied);
        assertThrows(VaultUnreadable.class, () -> read(vault, anna));
    }

    @Test
    void erasing_again_changes_nothing() {
        assertTrue(erase(anna));
        Object first = QuarkusTransaction.requiringNew().call(() -> vault.erasedAt(anna));
        assertFalse(erase(anna));
        assertEquals(first, QuarkusTransaction.requiringNew().call(() -> vault.erasedAt(anna)));
    }

    @Test
    void an_erasure_waits_for_who_is_reading_so_that_nothing_is_shown_after_it() throws Exception {
        AtomicBoolean answered = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew().run(() -> {
            assertTrue(vault.read(anna, FIELDS, reading).isPresent());
            begun.countDown();
            waitUntilSomebodyWaits();
            answered.set(true);
        }));
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        assertTrue(erase(anna));
        assertTrue(answered.get(), "erased while it was being read");
        reader.get(30, TimeUnit.SECONDS);
        assertEquals(Optional.empty(), read(vault, anna));
    }

    /** The erasure, for the lock that the reader's transaction holds. */
    private void waitUntilSomebodyWaits() {
        for (int i = 0; i < 3000; i++) {
            if (scene.count(
                    "select count(*) from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))") > 0) {
                return;
            }
            sleep();
        }
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readers_and_writers_at_once_see_one_contact_or_the_other_never_a_mixture() {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String name = "Anna " + i;
            all.add(CompletableFuture.runAsync(() -> {
                for (int n = 0; n < 10; n++) {
                    keep(vault, anna, Map.of("name", name, "phone", name));
                }
            }));
            all.add(CompletableFuture.runAsync(() -> {
                for (int n = 0; n < 20; n++) {
                    Map<String, String> seen = read(vault, anna).orElseThrow();
                    assertTrue(seen.get("name").equals("Anna") || seen.get("name").equals(seen.get("phone")), seen.toString());
                }
            }));
        }
        all.forEach(CompletableFuture::join);
    }
}
