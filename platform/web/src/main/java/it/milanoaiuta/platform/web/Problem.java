package it.milanoaiuta.platform.web;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The body of every error (RFC 9457, media type <code>application/problem+json</code>).
 *
 * @param type <code>/problems/{code}</code>: stable, for programs
 * @param title what kind of problem, in the caller's language
 * @param status the HTTP status, once more
 * @param detail what happened and what to do about it, in the caller's language
 * @param violations the fields that are to blame, empty when no single field is
 * @param traceId finds the request in logs and traces
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem", description = "Problem details (RFC 9457)")
public record Problem(String type, String title, int status, String detail, List<Violation> violations, String traceId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "/problems/";

    static String type(String code) {
        return TYPES + code;
    }

    /** The last part of the type. */
    public String code() {
        return type.substring(TYPES.length());
    }
}
