package it.milanoaiuta.platform.web.http;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import it.milanoaiuta.platform.web.OpenValue;
import it.milanoaiuta.platform.web.Problems;
import it.milanoaiuta.platform.web.Refusal;
import it.milanoaiuta.platform.web.Violation;

/** Whatever goes wrong in a resource leaves as problem details; nothing of our inside is in them. */
public class ErrorMappers {

    private static final Logger LOG = Logger.getLogger(ErrorMappers.class);

    private static final int COME_BACK_SECONDS = 2;

    @Inject
    Problems problems;

    @ServerExceptionMapper
    public Response refused(Refusal refusal, ContainerRequestContext request) {
        return problems.response(problems.problem(refusal, language(request)), refusal.retryAfterSeconds());
    }

    @ServerExceptionMapper({ResteasyReactiveViolationException.class, ConstraintViolationException.class})
    public Response invalid(ConstraintViolationException invalid, ContainerRequestContext request) {
        if (invalid.getConstraintViolations().stream().anyMatch(violation -> FieldPath.isBody(violation.getPropertyPath()))) {
            return problem(400, "malformed-json", request, List.of());
        }
        return problem(400, "invalid", request, invalid.getConstraintViolations().stream()
                .map(violation -> new Violation(FieldPath.of(violation.getPropertyPath()), violation.getMessage()))
                .sorted(Comparator.comparing(Violation::field)).toList());
    }

    @ServerExceptionMapper({MismatchedInputException.class, JsonProcessingException.class})
    public Response unreadable(JsonProcessingException unreadable, ContainerRequestContext request) {
        Refusal refusal = causeOf(unreadable, Refusal.class);
        if (refusal != null) {
            return refused(refusal, request);
        }
        String field = unreadable instanceof JsonMappingException mapping ? FieldPath.of(mapping.getPath()) : "";
        StreamReadException syntax = causeOf(unreadable, StreamReadException.class);
        if (field.isEmpty() || syntax != null && !(syntax instanceof InputCoercionException)) {
            return problem(400, "malformed-json", request, List.of());
        }
        return problem(400, "invalid", request, List.of(new Violation(field, whatIsWrong(unreadable))), codesOf(unreadable));
    }

    /** No such resource, or a parameter that cannot be read: in the path it names nothing (404), in the query it is wrong (400). */
    @ServerExceptionMapper
    public Response notFound(NotFoundException notFound, ContainerRequestContext request) {
        return request.getUriInfo().getQueryParameters().entrySet().stream()
                .filter(sent -> sent.getValue().stream().anyMatch(value -> Parameters.failedOn(value, notFound.getCause())))
                .map(Map.Entry::getKey).findFirst()
                .map(parameter -> problem(400, "invalid", request, List.of(new Violation(parameter, "invalid-value"))))
                .orElseGet(() -> problem(404, "not-found", request, List.of()));
    }

    @ServerExceptionMapper
    public Response other(WebApplicationException thrown, ContainerRequestContext request) {
        JsonProcessingException unreadable = causeOf(thrown, JsonProcessingException.class);
        if (unreadable != null) {
            return unreadable(unreadable, request);
        }
        int status = thrown.getResponse().getStatus();
        if (status < 400) {
            return thrown.getResponse();
        }
        if (status >= 500) {
            return unexpected(thrown, request);
        }
        Response answer = problem(status, "status-" + status, request, List.of());
        thrown.getResponse().getHeaders().forEach((name, values) -> {
            if (!name.toLowerCase().startsWith("content-")) {
                answer.getHeaders().put(name, values);
            }
        });
        return answer;
    }

    /** 401 with the challenge; or, where a login page is the answer, the way there; 503 while nobody can sign in. */
    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Uni<Response> signInFirst(SecurityException unauthorized, RoutingContext exchange,
            ContainerRequestContext request) {
        if (Outage.ofTheLogin(unauthorized)) {
            return Uni.createFrom().item(unavailable(unauthorized, request));
        }
        HttpAuthenticator authenticator = exchange.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(exchange).map(challenge -> answerTo(challenge, request));
    }

    private Response answerTo(ChallengeData challenge, ContainerRequestContext request) {
        Response.ResponseBuilder answer = challenge != null && challenge.status != 401
                ? Response.status(challenge.status)
                : Response.fromResponse(problem(401, "sign-in-required", request, List.of()));
        if (challenge != null) {
            challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
        }
        return answer.build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden, ContainerRequestContext request) {
        return problem(403, "forbidden", request, List.of());
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable unexpected, ContainerRequestContext request) {
        Refusal refusal = causeOf(unexpected, Refusal.class);
        if (refusal != null) {
            return refused(refusal, request);
        }
        if (Outage.causes(unexpected)) {
            return unavailable(unexpected, request);
        }
        LOG.error("answered 500", unexpected);
        return problem(500, "internal", request, List.of());
    }

    private Response unavailable(Throwable passing, ContainerRequestContext request) {
        LOG.warnf("answered 503: %s", causes(passing).map(Throwable::toString).collect(Collectors.joining("; ")));
        return problems.response(problems.problem(503, "unavailable", language(request), List.of()), COME_BACK_SECONDS);
    }

    private Response problem(int status, String code, ContainerRequestContext request, List<Violation> violations,
            Object... arguments) {
        return problems.response(problems.problem(status, code, language(request), violations, arguments), 0);
    }

    private static String whatIsWrong(JsonProcessingException unreadable) {
        if (unreadable instanceof UnrecognizedPropertyException) {
            return "unknown-field";
        }
        return codesOf(unreadable).isEmpty() ? "invalid-value" : "unknown-code";
    }

    /** What may be written in a field that takes codes; empty for any other field. */
    private static String codesOf(JsonProcessingException unreadable) {
        if (unreadable instanceof ValueInstantiationException value
                && OpenValue.class.isAssignableFrom(value.getType().getRawClass())) {
            return String.join(", ", OpenValue.known(value.getType().getRawClass().asSubclass(OpenValue.class)));
        }
        return unreadable instanceof InvalidFormatException format && format.getTargetType().isEnum()
                ? Stream.of(format.getTargetType().getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "))
                : "";
    }

    private static String language(ContainerRequestContext request) {
        return request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
    }

    static <T extends Throwable> T causeOf(Throwable thrown, Class<T> type) {
        return causes(thrown).filter(type::isInstance).map(type::cast).findFirst().orElse(null);
    }

    /** The exception and what caused it, outermost first. */
    static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(20);
    }
}
