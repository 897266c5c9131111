package it.milanoaiuta.platform.events.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import it.milanoaiuta.platform.data.Database;

/** Records that are no event, or contradict one, kept as they came until an operator has decided (rule 4). */
@ApplicationScoped
public class Quarantine {

    private static final Logger LOG = Logger.getLogger(Quarantine.class);
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {
    };
    private static final String BASE64 = "base64:";

    @Inject
    Database database;

    @Inject
    ObjectMapper json;

    /** A record in quarantine, without its payload. */
    public record Entry(String topic, int partition, long offset, String key, String error, Instant at) {}

    /** @return false when this very record was put here before */
    public boolean put(HeardRecord record, String error) {
        boolean isNew = database.update("""
                insert into quarantine as q (topic, partition, kafka_offset, key, headers, value, error)
                values (?, ?, ?, ?, ?::jsonb, ?, ?)
                on conflict (topic, partition, kafka_offset) do update
                set key = excluded.key, headers = excluded.headers, value = excluded.value, error = excluded.error,
                    at = excluded.at, resolved_at = null
                where (q.key, q.value, q.headers) is distinct from (excluded.key, excluded.value, excluded.headers)""",
                record.topic(), record.partition(), record.offset(), record.key(), written(record.headers()), record.value(),
                error) == 1;
        if (isNew) {
            LOG.errorf("Quarantined %s/%d@%d: %s", record.topic(), record.partition(), record.offset(), error);
        }
        return isNew;
    }

    private record Stored(String topic, int partition, long offset, byte[] key, String error, Instant at) {

        private Entry entry() {
            return new Entry(topic, partition, offset, text(key), error, at);
        }
    }

    public List<Entry> open() {
        return database.query("""
                select topic, partition, kafka_offset, key, error, at from quarantine
                where resolved_at is null order by at limit 500""",
                Stored.class).stream().map(Stored::entry).toList();
    }

    private record Kept(byte[] key, String headers, byte[] value) {}

    /** The record as it came, while it is not resolved. */
    public Optional<HeardRecord> find(String topic, int partition, long offset) {
        return database.first("""
                select key, headers, value from quarantine
                where topic = ? and partition = ? and kafka_offset = ? and resolved_at is null""",
                Kept.class, topic, partition, offset)
                .map(kept -> new HeardRecord(topic, partition, offset, kept.key, read(kept.headers), kept.value));
    }

    /** @return false when there is none, or it was resolved before */
    public boolean resolve(String topic, int partition, long offset) {
        return database.update("""
                update quarantine set resolved_at = clock_timestamp()
                where topic = ? and partition = ? and kafka_offset = ? and resolved_at is null""",
                topic, partition, offset) == 1;
    }

    private String written(Map<String, byte[]> headers) {
        try {
            return json.writeValueAsString(headers.entrySet().stream().collect(Collectors.toMap(
                    header -> header.getKey().replace('\0', ' '), header -> text(header.getValue()), (one, same) -> one,
                    TreeMap::new)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, byte[]> read(String headers) {
        try {
            return json.readValue(headers, HEADERS).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, header -> bytes(header.getValue())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Bytes that a database can keep as text: as they are where they are text, else in base64. */
    private static String text(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') < 0 && !text.startsWith(BASE64)) {
                return text;
            }
        } catch (CharacterCodingException noText) {
            // falls through
        }
        return BASE64 + Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.startsWith(BASE64)
                ? Base64.getDecoder().decode(text.substring(BASE64.length()))
                : text.getBytes(StandardCharsets.UTF_8);
    }
}
