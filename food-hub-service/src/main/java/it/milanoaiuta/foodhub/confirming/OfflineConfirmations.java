package it.milanoaiuta.foodhub.confirming;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import it.milanoaiuta.foodhub.ToTheGram;

/** What every confirmation made by a device has in common: an id that is taken once, and a time that may be impossible. */
@ApplicationScoped
public class OfflineConfirmations {

    @Inject
    Session session;

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
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:id, 0))", Integer.class)
                .setParameter("id", id.toString()).getSingleResult();
        Optional<C> before = Optional.ofNullable(session.find(kind, id));
        if (before.filter(known -> !known.says(about, sha256(write(said)))).isPresent()) {
            throw new ConfirmationIdTaken();
        }
        return before;
    }

    /**
     * Keeps what was said, by whom and when.
     *
     * @param occurredAt by the device's clock, see {@link OfflineConfirmation#happened}
     * @param earliest nobody can have confirmed it before
     */
    public <C extends OfflineConfirmation> C keep(C confirmation, UUID id, Object said, UUID author, Instant occurredAt,
            Instant earliest) {
        String request = write(said);
        confirmation.said(id, request, sha256(request), author, clock.instant());
        confirmation.happened(occurredAt, earliest);
        return confirmation;
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
