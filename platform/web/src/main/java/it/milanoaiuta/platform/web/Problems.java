package it.milanoaiuta.platform.web;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Makes problem details, in the caller's language, for REST and for plain Vert.x handlers. */
@ApplicationScoped
public class Problems {

    @Inject
    Sentences sentences;

    @Inject
    ObjectMapper json;

    /**
     * @param acceptLanguage the header, may be null
     * @param violations messages may be keys of the bundle
     * @param arguments fill the sentences' {0}, {1} …; never personal data
     */
    public Problem problem(int status, String code, String acceptLanguage, List<Violation> violations, Object... arguments) {
        Locale language = sentences.language(acceptLanguage);
        return new Problem(Problem.type(code),
                sentences.say(language, code + ".title", arguments)
                        .or(() -> sentences.say(language, "status-" + status)).orElse("HTTP " + status),
                status,
                sentences.say(language, code, arguments).orElse(null),
                violations.stream().map(violation -> new Violation(violation.field(),
                        sentences.say(language, violation.message(), arguments).orElse(violation.message()))).toList(),
                traceId());
    }

    public Problem problem(Refusal refusal, String acceptLanguage) {
        return problem(refusal.status(), refusal.code(), acceptLanguage, refusal.violations(), refusal.arguments());
    }

    /** @param retryAfterSeconds 0 for none */
    public Response response(Problem problem, int retryAfterSeconds) {
        Response.ResponseBuilder response = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        return retryAfterSeconds == 0
                ? response.build()
                : response.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds).build();
    }

    /** Ends the exchange with a problem, unless an answer has already begun. */
    public void answer(RoutingContext exchange, int status, String code, int retryAfterSeconds, Object... arguments) {
        HttpServerResponse response = exchange.response();
        if (response.headWritten()) {
            exchange.request().connection().close();
            return;
        }
        if (retryAfterSeconds > 0) {
            response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfterSeconds));
        }
        Problem problem = problem(status, code, exchange.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE), List.of(),
                arguments);
        try {
            response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                    .end(Buffer.buffer(json.writeValueAsBytes(problem)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String traceId() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }
}
