package it.milanoaiuta.platform.data.vault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.crypto.SecretKey;
import javax.sql.DataSource;

import org.jboss.logging.Logger;

import it.milanoaiuta.platform.data.cipher.AesGcm;

/**
 * Keeps what people can be reached by, encrypted under a key of each person or case (domain, Vault and erasure). Every reading
 * is recorded with its purpose in the caller's transaction, so that nothing is shown that is not on record; who may read is the
 * service's to decide before it asks. Deleting a person's key makes her entries unreadable for good, in copies too.
 * <p>
 * Every method but {@link #rewrap} is called inside the business transaction.
 */
public class Vault {

    private static final Logger LOG = Logger.getLogger(Vault.class);
    private static final int MOST_FOUND = 100;
    private static final int BATCH = 100;
    private static final Subject BEFORE_ALL = new Subject("", new UUID(0, 0));

    private final MasterKey current;
    private final Map<String, MasterKey> masterKeys = new LinkedHashMap<>();
    private final VaultTables tables;

    /**
     * @param masterKeys each the base64 of 32 bytes; the first wraps, all unwrap
     * @param dataSource where <code>db/vault</code> was migrated
     */
    public Vault(List<String> masterKeys, DataSource dataSource) {
        List<MasterKey> keys = masterKeys.stream().map(MasterKey::new).toList();
        keys.forEach(key -> this.masterKeys.put(key.id, key));
        this.current = keys.get(0);
        this.tables = new VaultTables(dataSource);
    }

    /**
     * In place of all that was kept of her, under a new key. The caller holds the lock of her own row: two at once would be
     * one too many.
     *
     * @param values by field; already in the one form in which they are looked up
     * @param lookedUp the fields that {@link #find} can ask for
     */
    public void keep(Subject subject, Map<String, String> values, Set<String> lookedUp) {
        SecretKey key = AesGcm.newKey();
        tables.replaceKey(subject, current.id, current.wrap(key, subject));
        String[] fields = values.keySet().toArray(String[]::new);
        byte[][] sealed = new byte[fields.length][];
        for (int i = 0; i < fields.length; i++) {
            byte[] value = values.get(fields[i]).getBytes(StandardCharsets.UTF_8);
            sealed[i] = AesGcm.seal(key, value, subject.bind("vault_entry", fields[i]));
        }
        tables.addEntries(subject, fields, sealed);
        Map<String, byte[]> digests = new HashMap<>();
        values.forEach((field, value) -> {
            if (lookedUp.contains(field)) {
                digests.put(field, current.digest(subject.kind(), field, value));
            }
        });
        tables.addToIndex(subject, digests.keySet().toArray(String[]::new), digests.values().toArray(byte[][]::new));
    }

    /**
     * These fields of one; recorded when there is anything to show.
     *
     * @return the values by field, or empty when nothing is kept of her, never was, or was erased
     */
    public Optional<Map<String, String>> read(Subject subject, Set<String> fields, Reading reading) {
        return Optional.ofNullable(read(subject.kind(), Set.of(subject.id()), fields, reading).get(subject.id()));
    }

    /**
     * These fields of several, one record for all.
     *
     * @return by id, those of whom something is kept
     * @throws VaultUnreadable when a key or an entry cannot be opened
     */
    public Map<UUID, Map<String, String>> read(String kind, Collection<UUID> ids, Set<String> fields, Reading reading) {
        Map<UUID, SecretKey> keys = tables.keysHeld(kind, ids).stream()
                .collect(Collectors.toMap(key -> key.subject().id(), this::unwrapped));
        Map<UUID, Map<String, String>> values = new HashMap<>();
        for (VaultTables.Entry entry : tables.entries(kind, keys.keySet(), fields)) {
            values.computeIfAbsent(entry.id(), id -> new HashMap<>()).put(entry.field(),
                    opened(new Subject(kind, entry.id()), entry, keys.get(entry.id())));
        }
        if (!values.isEmpty()) {
            tables.record("READ", reading, kind, values.keySet(), fields);
        }
        return values;
    }

    /**
     * Exact look-up, recorded also when it finds nobody; what is asked for is not kept.
     *
     * @param forms in any of which the value may have been kept
     * @return ids, newest first, a hundred at most
     */
    public List<UUID> find(String kind, String field, List<String> forms, Reading reading) {
        byte[][] digests = masterKeys.values().stream()
                .flatMap(key -> forms.stream().map(form -> key.digest(kind, field, form))).toArray(byte[][]::new);
        List<UUID> found = tables.find(kind, field, digests, MOST_FOUND);
        recordLookUp(kind, field, found, reading);
        return found;
    }

    /** A look-up by something that is not in the vault, for example a code. */
    public void recordLookUp(String kind, String field, Collection<UUID> found, Reading reading) {
        tables.record("LOOK_UP", reading, kind, found, Set.of(field));
    }

    /** Whether she was found in a look-up by the same reader for the same purpose, so recently. */
    public boolean lookedUp(Subject subject, Reading reading, Duration within) {
        return tables.lookedUp(subject, reading, within.toSeconds());
    }

    /**
     * Deletes her key, her entries and her blind indexes; waits for who is reading them. Again changes nothing. The caller
     * holds the lock of her own row.
     *
     * @param by who asks for it
     * @return whether anything was there
     */
    public boolean erase(Subject subject, UUID by) {
        boolean there = tables.deleteKey(subject);
        if (there || tables.erasedAt(subject).isEmpty()) {
            tables.recordErasure(subject, by);
        }
        return there;
    }

    /** When she was last erased. */
    public Optional<Instant> erasedAt(Subject subject) {
        return tables.erasedAt(subject);
    }

    /** @throws IllegalStateException when something is wrapped by a master key that is not configured */
    public void mustKnowItsKeys() {
        List<String> unknown = tables.masterKeysExcept(masterKeys.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("milano.vault.master-keys lacks " + unknown
                    + ", which wrap what is in the vault; configured are " + masterKeys.keySet());
        }
    }

    /**
     * Wraps by the first master key what the others wrap, and makes its blind indexes anew: person by person, each in a statement
     * of its own that changes nothing if she was kept anew or erased meanwhile. Also by several replicas at once.
     *
     * @return how many keys were looked at
     */
    public int rewrap() {
        List<String> older = masterKeys.keySet().stream().filter(id -> !id.equals(current.id)).toList();
        int seen = 0;
        Subject last = BEFORE_ALL;
        while (!older.isEmpty()) {
            List<VaultTables.WrappedKey> batch = tables.wrappedBy(older, last, BATCH);
            if (batch.isEmpty()) {
                break;
            }
            batch.forEach(this::rewrap);
            seen += batch.size();
            last = batch.get(batch.size() - 1).subject();
        }
        return seen;
    }

    private void rewrap(VaultTables.WrappedKey old) {
        try {
            SecretKey key = unwrapped(old);
            Map<String, byte[]> digests = new HashMap<>();
            for (VaultTables.Entry entry : tables.indexedEntries(old.subject())) {
                digests.put(entry.field(), current.digest(old.subject().kind(), entry.field(),
                        opened(old.subject(), entry, key)));
            }
            tables.rewrap(old, current.id, current.wrap(key, old.subject()), digests.keySet().toArray(String[]::new),
                    digests.values().toArray(byte[][]::new));
        } catch (VaultUnreadable keptAnewMeanwhileOrBroken) {
            LOG.warnf("not wrapped anew: %s", keptAnewMeanwhileOrBroken.getMessage());
        }
    }

    private SecretKey unwrapped(VaultTables.WrappedKey key) {
        MasterKey masterKey = masterKeys.get(key.masterKey());
        if (masterKey == null) {
            throw new VaultUnreadable("Wrapped by " + key.masterKey() + ", which is not configured");
        }
        return masterKey.unwrap(key.wrapped(), key.subject());
    }

    private static String opened(Subject subject, VaultTables.Entry entry, SecretKey key) {
        return new String(subject.opened(key, entry.sealed(), "vault_entry", entry.field()), StandardCharsets.UTF_8);
    }
}
