package it.milanoaiuta.platform.data.vault;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import it.milanoaiuta.platform.data.Sql;

/**
 * The tables of <code>db/vault</code>, in plain SQL: no persistence context of a service ever holds what is in them. Inside a
 * transaction on its connection.
 */
final class VaultTables extends Sql {

    VaultTables(DataSource dataSource) {
        super(dataSource);
    }

    record WrappedKey(String kind, UUID id, String masterKey, byte[] wrapped) {

        Subject subject() {
            return new Subject(kind, id);
        }
    }

    record Entry(UUID id, String field, byte[] sealed) {}

    /** In place of what was there before, which is gone; readers wait. */
    void replaceKey(Subject subject, String masterKey, byte[] wrapped) {
        update("""
                insert into vault_key (kind, id, master_key, wrapped) values (?, ?, ?, ?)
                on conflict (kind, id) do update set master_key = excluded.master_key, wrapped = excluded.wrapped
                """, subject.kind(), subject.id(), masterKey, wrapped);
        update("delete from vault_entry where kind = ? and id = ?", subject.kind(), subject.id());
        update("delete from vault_index where kind = ? and id = ?", subject.kind(), subject.id());
    }

    void addEntries(Subject subject, String[] fields, byte[][] sealed) {
        update("insert into vault_entry (kind, id, field, sealed) select ?, ?, * from unnest(?, ?)", subject.kind(),
                subject.id(), fields, sealed);
    }

    void addToIndex(Subject subject, String[] fields, byte[][] digests) {
        update("insert into vault_index (kind, id, field, digest) select ?, ?, * from unnest(?, ?)", subject.kind(),
                subject.id(), fields, digests);
    }

    /** Held until the transaction ends: an erasure, or another contact, waits for who is reading, and is seen by who comes next. */
    List<WrappedKey> keysHeld(String kind, Collection<UUID> ids) {
        return query("select kind, id, master_key, wrapped from vault_key where kind = ? and id = any(?) order by id for share",
                WrappedKey.class, kind,
                ids.toArray(UUID[]::new));
    }

    /** Under the keys held, which must be read first. */
    List<Entry> entries(String kind, Collection<UUID> ids, Collection<String> fields) {
        return query("select id, field, sealed from vault_entry where kind = ? and id = any(?) and field = any(?)", Entry.class,
                kind,
                ids.toArray(UUID[]::new), fields.toArray(String[]::new));
    }

    List<UUID> find(String kind, String field, byte[][] digests, int most) {
        return query("""
                select distinct id from vault_index where kind = ? and field = ? and digest = any(?) order by id desc limit ?
                """, UUID.class, kind, field, digests, most);
    }

    void record(String action, Reading reading, String kind, Collection<UUID> ids, Collection<String> fields) {
        update("insert into vault_read (reader, purpose, action, kind, ids, fields) values (?, ?, ?, ?, ?, ?)",
                reading.reader(), reading.purpose().name(), action, kind, ids.stream().sorted().toArray(UUID[]::new),
                fields.stream().sorted().toArray(String[]::new));
    }

    boolean lookedUp(Subject subject, Reading reading, long withinSeconds) {
        return any("""
                select from vault_read where reader = ? and read_at > clock_timestamp() - ? * interval '1 second'
                  and action = 'LOOK_UP' and purpose = ? and kind = ? and ? = any(ids)""",
                reading.reader(), withinSeconds, reading.purpose().name(), subject.kind(), subject.id());
    }

    /** @return whether there was anything */
    boolean deleteKey(Subject subject) {
        return update("delete from vault_key where kind = ? and id = ?", subject.kind(), subject.id()) > 0;
    }

    void recordErasure(Subject subject, UUID by) {
        update("""
                insert into vault_erasure (kind, id, erased_at, erased_by) values (?, ?, clock_timestamp(), ?)
                on conflict (kind, id) do update set erased_at = excluded.erased_at, erased_by = excluded.erased_by
                """, subject.kind(), subject.id(), by);
    }

    Optional<Instant> erasedAt(Subject subject) {
        return first("select erased_at from vault_erasure where kind = ? and id = ?", Instant.class, subject.kind(),
                subject.id());
    }

    List<String> masterKeysExcept(Collection<String> known) {
        return query("select distinct master_key from vault_key where master_key <> all(?) order by master_key",
                String.class, (Object) known.toArray(String[]::new));
    }

    /** Some keys that one of these wraps, after the last one seen. */
    List<WrappedKey> wrappedBy(Collection<String> masterKeys, Subject after, int most) {
        return query("""
                select kind, id, master_key, wrapped from vault_key where master_key = any(?) and (kind, id) > (?, ?) order by kind, id limit ?
                """, WrappedKey.class, masterKeys.toArray(String[]::new), after.kind(), after.id(), most);
    }

    List<Entry> indexedEntries(Subject subject) {
        return query(
                "select id, field, sealed from vault_entry join vault_index using (kind, id, field) where kind = ? and id = ?",
                Entry.class, subject.kind(), subject.id());
    }

    /** Key and blind indexes in one statement; nothing happens when the key is no longer this one. */
    void rewrap(WrappedKey old, String masterKey, byte[] wrapped, String[] fields, byte[][] digests) {
        update("""
                with rewrapped as (
                  update vault_key set master_key = ?, wrapped = ? where kind = ? and id = ? and wrapped = ?
                  returning kind, id)
                update vault_index i set digest = new.digest
                from rewrapped r, unnest(?, ?) as new (field, digest)
                where (i.kind, i.id) = (r.kind, r.id) and i.field = new.field
                """, masterKey, wrapped, old.kind, old.id, old.wrapped, fields, digests);
    }
}
