package it.milanoaiuta.foodhub.confirming;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import it.milanoaiuta.foodhub.ToTheGram;

/** What every confirmation made by a device has in common: an id that is taken once, and a time that may be impossible. */
@ApplicationScoped
public class OfflineConfirmations {

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /**
     * The confirmation that was sent under this id before. Those with the same id wait for each other, also before there is
     * a row to lock.
     *
     * @throws ConfirmationIdTaken when it said something else, or of something else
     */
    public <C extends OfflineConfirmation> Optional<C> sentBefore(Class<C> kind, UUID id, UUID about, Object said) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:id, 0))")
                .setParameter("id", id.toString()).getSingleResult();
        Optional<C> before = Optional.ofNullable(entities.find(kind, id));
        if (before.filter(known -> !known.about().equals(about) || !Arrays.equals(known.fingerprint, sha256(write(said))))
                .isPresent()) {
            throw new ConfirmationIdTaken();
        }
        return before;
    }

    /**
     * Keeps what was said, by whom and when.
     *
     * @param occurredAt by the device's clock; replaced by ours when it lies before the earliest possible time or ahead. Many
     *        devices tell whole seconds: in the second of the earliest time it is taken for that time
     * @param earliest nobody can have confirmed it before
     */
    public <C extends OfflineConfirmation> C keep(C confirmation, UUID id, Object said, UUID author, Instant occurredAt,
            Instant earliest) {
        confirmation.id = id;
        confirmation.request = write(said);
        confirmation.fingerprint = sha256(confirmation.request);
        confirmation.author = author;
        confirmation.recordedAt = clock.instant();
        confirmation.timeReplaced = occurredAt.isBefore(earliest.truncatedTo(ChronoUnit.SECONDS))
                || occurredAt.isAfter(confirmation.recordedAt);
        confirmation.occurredAt = confirmation.timeReplaced ? confirmation.recordedAt : later(occurredAt, earliest);
        return confirmation;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /** As it is kept: as it was said, so that the same again has the same fingerprint. */
    public String write(Object said) {
        try {
            return json.writer().withAttribute(ToTheGram.AS_SAID, true).writeValueAsString(said);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was answered once, whatever fields answers have had since. */
    public <T> T repeated(String kept, Class<T> type) {
        try {
            return json.readerFor(type).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).readValue(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
