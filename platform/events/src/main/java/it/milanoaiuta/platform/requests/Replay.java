package it.milanoaiuta.platform.requests;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * The request was done before; leaves the method, whatever its return type, with the answer it gave then. An exception,
 * because an interceptor can only return what the method could.
 */
class Replay extends RuntimeException {

    private final transient Answer answer;

    Replay(Answer answer) {
        super("answered before", null, false, false);
        this.answer = answer;
    }

    /** Gives the answer again. */
    @Provider
    static class Mapper implements ExceptionMapper<Replay> {

        @Override
        public Response toResponse(Replay replay) {
            var response = Response.status(replay.answer.status()).entity(replay.answer.body());
            replay.answer.headers().forEach(response::header);
            return response.header("Idempotent-Replayed", "true").build();
        }
    }
}
