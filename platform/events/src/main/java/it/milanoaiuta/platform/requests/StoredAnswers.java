package it.milanoaiuta.platform.requests;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;

import it.milanoaiuta.platform.data.Database;
import it.milanoaiuta.platform.data.SqlFailure;
import it.milanoaiuta.platform.data.vault.FromVault;

/** The table <code>idempotency</code>: keys claimed, answers kept encrypted. */
@ApplicationScoped
class StoredAnswers {

    private static final String JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8").toString();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {
    };

    @Inject
    Database database;

    @Inject
    ObjectMapper json;

    /** As the wire, but without what was opened from the vault. */
    private ObjectMapper kept;

    @Inject
    AnswerCipher cipher;

    @PostConstruct
    void leaveOutWhatIsFromTheVault() {
        kept = json.copy().setAnnotationIntrospector(AnnotationIntrospector
                .pair(new WithoutVault(), json.getSerializationConfig().getAnnotationIntrospector()));
    }

    /** Finds in a {@link FromVault} what is not to be written. */
    private static class WithoutVault extends NopAnnotationIntrospector {

        @Override
        public boolean hasIgnoreMarker(AnnotatedMember member) {
            return member.hasAnnotation(FromVault.class);
        }

        @Override
        public Boolean isIgnorableType(AnnotatedClass type) {
            return type.hasAnnotation(FromVault.class) ? true : null;
        }
    }

    private record Stored(int status, String headers, byte[] body) {}

    /**
     * @return the answer given before, or empty: the key is now this transaction's
     * @throws KeyInUse another transaction holds the key for over 2 s
     * @throws KeyReused it belongs to another request
     */
    Optional<Answer> claim(RequestKey request) {
        try {
            return database.first("select status, headers, body from idempotency_claim(?, ?, ?) where key is not null",
                    Stored.class, request.principal(), request.key(), request.fingerprint())
                    .map(kept -> new Answer(kept.status, read(kept.headers), cipher.open(kept.body, request)));
        } catch (SqlFailure e) {
            throw refusalOf(e);
        }
    }

    void keep(RequestKey request, Answer answer) {
        database.update("update idempotency set status = ?, headers = ?::jsonb, body = ? where principal = ? and key = ?",
                answer.status(), new String(write(answer.headers()), StandardCharsets.UTF_8),
                cipher.seal(answer.body(), request), request.principal(), request.key());
    }

    /** What the method's result will look like on the wire when it is given again. */
    Answer answerOf(Object returned, Method method) {
        if (returned instanceof RestResponse<?> response) {
            return answerOf(response.toResponse(), method);
        }
        if (returned instanceof Response response) {
            return new Answer(response.getStatus(), headersOf(response), write(response.getEntity()));
        }
        ResponseStatus declared = method.getAnnotation(ResponseStatus.class);
        int status = declared != null ? declared.value() : returned == null ? 204 : 200;
        return new Answer(status, returned == null ? Map.of() : Map.of(HttpHeaders.CONTENT_TYPE, JSON),
                write(returned));
    }

    private static Map<String, String> headersOf(Response response) {
        Map<String, String> headers = new TreeMap<>();
        Stream.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE)
                .filter(response.getHeaders()::containsKey)
                .forEach(header -> headers.put(header, response.getHeaderString(header)));
        if (response.hasEntity()) {
            headers.putIfAbsent(HttpHeaders.CONTENT_TYPE, JSON);
        }
        return headers;
    }

    /** The refusal that a failed claim stands for; any other failure as it is. */
    static RuntimeException refusalOf(RuntimeException failure) {
        return switch (SqlFailure.stateOf(failure)) {
            case "55P03" -> new KeyInUse();
            case "MA422" -> new KeyReused();
            default -> failure;
        };
    }

    private byte[] write(Object entity) {
        if (entity == null || entity instanceof byte[]) {
            return (byte[]) entity;
        }
        if (entity instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return kept.writeValueAsBytes(entity);
        } catch (IOException e) {
            throw new IllegalStateException("An answer cannot be written as JSON", e);
        }
    }

    private Map<String, String> read(String headers) {
        try {
            return json.readValue(headers, HEADERS);
        } catch (IOException e) {
            throw new IllegalStateException("Stored headers are no JSON", e);
        }
    }
}
