package it.milanoaiuta.foodhub.people.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(read(vault, anna)).isEqualTo(Optional.of(Map.of("name", "Anna", "phone", phone)));
        assertThat(readings("READ")).isEqualTo(1);
        assertThat(read(vault, new Subject("tested", UUID.randomUUID()))).isEqualTo(Optional.empty());
        assertThat(readings("READ")).isEqualTo(1);
        assertThat(QuarkusTransaction
                .requiringNew().call(() -> vault.read("tested", List.of(anna.id(), paolo.id()), Set.of("name"), reading)))
                .isEqualTo(Map.of(anna.id(), Map.of("name", "Anna"), paolo.id(), Map.of("name", "Paolo")));
        assertThat(readings("READ")).isEqualTo(2);
        assertThat(scene.count("select max(cardinality(ids)) from vault_read where reader = ?1", reading.reader()))
                .isEqualTo(2);
    }

    @Test
    void a_reading_that_is_rolled_back_is_neither_shown_nor_recorded() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            vault.read(anna, FIELDS, reading);
            throw new IllegalArgumentException("the request fails");
        })).isInstanceOf(IllegalArgumentException.class);
        assertThat(readings("READ")).isEqualTo(0);
    }

    @Test
    void the_record_of_readings_cannot_be_changed() {
        read(vault, anna);
        assertThatThrownBy(() -> scene.sql("update vault_read set purpose = 'OTHER' where reader = ?1", reading.reader()))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> scene.sql("delete from vault_read where reader = ?1", reading.reader()))
                .isInstanceOf(RuntimeException.class);
        assertThat(readings("READ")).isEqualTo(1);
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
        assertThatThrownBy(() -> scene.sql(statement)).isInstanceOf(RuntimeException.class);
        assertThat(readings("READ")).isEqualTo(1);
    }

    @Test
    void the_service_is_not_its_own_guard() {
        String owned = "select count(*) from pg_tables join pg_roles on rolname = tableowner where tablename = 'vault_read' and ";
        assertThat(scene.count(owned + "not (rolcanlogin or rolsuper or rolcreaterole)")).isEqualTo(1);
        assertThat(scene.count(owned + "pg_has_role(current_user, tableowner, 'MEMBER')")).isEqualTo(0);
    }

    @Test
    void they_are_found_by_the_exact_value_only_newest_first() {
        assertThat(Set.copyOf(found(vault))).isEqualTo(Set.of(anna.id(), paolo.id()));
        for (String other : List.of(phone.substring(0, phone.length() - 1), phone + "0", "Anna")) {
            assertThat(QuarkusTransaction.requiringNew()
                    .call(() -> vault.find("tested", "phone", List.of(other), reading))).isEmpty();
        }
        assertThat(QuarkusTransaction.requiringNew().call(() -> vault.find("tested", "name", List.of("Anna"), reading)))
                .isEmpty();
        assertThat(Set.copyOf(QuarkusTransaction.requiringNew()
                .call(() -> vault.find("tested", "phone", List.of("+390", phone), reading))))
                .isEqualTo(Set.of(anna.id(), paolo.id()));
        assertThat(readings("LOOK_UP")).isEqualTo(6);
        assertThat(QuarkusTransaction.requiringNew().call(() -> vault.lookedUp(anna, reading, Duration.ofHours(1)))).isTrue();
        assertThat(QuarkusTransaction.requiringNew().call(
                () -> vault.lookedUp(anna, new Reading(UUID.randomUUID(), Purpose.CALL), Duration.ofHours(1)))).isFalse();
        assertThat(QuarkusTransaction.requiringNew().call(
                () -> vault.lookedUp(anna, new Reading(reading.reader(), Purpose.DELIVERY), Duration.ofHours(1)))).isFalse();
    }

    @Test
    void entries_swapped_between_people_or_fields_cannot_be_read() {
        swap("vault_entry", "sealed", "name", "name");
        assertThatThrownBy(() -> read(vault, anna)).isInstanceOf(VaultUnreadable.class);
        assertThatThrownBy(() -> read(vault, paolo)).isInstanceOf(VaultUnreadable.class);
        assertThat(readings("READ")).isEqualTo(0);
        swap("vault_entry", "sealed", "name", "name");
        assertThat(read(vault, anna)).isPresent();

        scene.sql("update vault_entry set sealed = (select sealed from vault_entry where id = ?1 and field = 'phone')"
                + " where id = ?1 and field = 'name'", anna.id());
        assertThatThrownBy(() -> read(vault, anna)).isInstanceOf(VaultUnreadable.class);
    }

    @Test
    void keys_swapped_between_people_open_nothing() {
        scene.sql("""
                update vault_key k set wrapped = other.wrapped from vault_key other
                where k.kind = 'tested' and other.kind = 'tested' and (k.id = ?1 and other.id = ?2 or k.id = ?2 and other.id = ?1)
                """, anna.id(), paolo.id());
        assertThatThrownBy(() -> read(vault, anna)).isInstanceOf(VaultUnreadable.class);
        assertThatThrownBy(() -> read(vault, paolo)).isInstanceOf(VaultUnreadable.class);
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
        assertThat(read(vault, anna)).isEqualTo(Optional.of(Map.of("name", "Anna B.")));
        assertThat(found(vault)).isEqualTo(List.of(paolo.id()));
        assertThat(Arrays.equals(before, wrapped(anna))).isFalse();
    }

    private byte[] wrapped(Subject subject) {
        return scene.bytes("select wrapped from vault_key where id = ?1", subject.id());
    }

    @Test
    void after_a_rotation_the_old_master_key_is_not_needed_any_more() {
        Vault both = new Vault(List.of(secondKey, firstKey), dataSource);
        assertThat(read(both, anna)).isPresent();
        assertThat(Set.copyOf(found(both))).isEqualTo(Set.of(anna.id(), paolo.id()));
        Vault second = new Vault(List.of(secondKey), dataSource);
        assertThatThrownBy(() -> read(second, anna)).isInstanceOf(VaultUnreadable.class);
        assertThatThrownBy(second::mustKnowItsKeys).isInstanceOf(IllegalStateException.class);

        assertThat(both.rewrap() >= 2).isTrue();
        assertThat(both.rewrap()).isEqualTo(0);
        assertThat(read(second, anna)).isEqualTo(Optional.of(Map.of("name", "Anna", "phone", phone)));
        assertThat(Set.copyOf(found(second))).isEqualTo(Set.of(anna.id(), paolo.id()));
        assertThatThrownBy(() -> read(vault, anna)).isInstanceOf(VaultUnreadable.class);
        assertThat(found(vault)).isEmpty();
    }

    @Test
    void a_key_that_cannot_be_unwrapped_does_not_stop_the_rotation_of_the_others() {
        scene.sql("update vault_key set wrapped = '\\x0011' where id = ?1", anna.id());
        new Vault(List.of(secondKey, firstKey), dataSource).rewrap();
        Vault second = new Vault(List.of(secondKey), dataSource);
        assertThat(read(second, paolo)).isPresent();
        assertThatThrownBy(() -> read(second, anna)).isInstanceOf(VaultUnreadable.class);
        scene.sql("delete from vault_key where id = ?1", anna.id());
    }

    @Test
    void after_an_erasure_nothing_opens_what_was_copied_before() {
        byte[] copied = scene.bytes("select sealed from vault_entry where id = ?1 and field = 'name'", anna.id());
        assertThat(erase(anna)).isTrue();
        assertThat(read(vault, anna)).isEqualTo(Optional.empty());
        assertThat(found(vault)).isEqualTo(List.of(paolo.id()));
        for (String table : List.of("vault_key", "vault_entry", "vault_index")) {
            assertThat(scene.count("select count(*) from " + table + " where id = ?1", anna.id())).as(table).isEqualTo(0);
        }
        keep(vault, anna, Map.of("name", "Somebody else"));
        scene.sql("update vault_entry set sealed = ?2 where id = ?1", anna.id(), copied);
        assertThatThrownBy(() -> read(vault, anna)).isInstanceOf(VaultUnreadable.class);
    }

    @Test
    void erasing_again_changes_nothing() {
        assertThat(erase(anna)).isTrue();
        Object first = QuarkusTransaction.requiringNew().call(() -> vault.erasedAt(anna));
        assertThat(erase(anna)).isFalse();
        assertThat(QuarkusTransaction.requiringNew().call(() -> vault.erasedAt(anna))).isEqualTo(first);
    }

    @Test
    void an_erasure_waits_for_who_is_reading_so_that_nothing_is_shown_after_it() throws Exception {
        AtomicBoolean answered = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew().run(() -> {
            assertThat(vault.read(anna, FIELDS, reading)).isPresent();
            begun.countDown();
            waitUntilSomebodyWaits();
            answered.set(true);
        }));
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(erase(anna)).isTrue();
        assertThat(answered.get()).as("erased while it was being read").isTrue();
        reader.get(30, TimeUnit.SECONDS);
        assertThat(read(vault, anna)).isEqualTo(Optional.empty());
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
                    assertThat(seen.get("name").equals("Anna") || seen.get("name").equals(seen.get("phone")))
                            .as(seen.toString()).isTrue();
                }
            }));
        }
        all.forEach(CompletableFuture::join);
    }
}
