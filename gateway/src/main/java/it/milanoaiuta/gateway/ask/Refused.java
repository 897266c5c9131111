package it.milanoaiuta.gateway.ask;

import java.util.List;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import it.milanoaiuta.platform.web.Refusal;
import it.milanoaiuta.platform.web.Violation;

/** A service said no: its status, its sentences in the caller's language, its fields. */
public class Refused extends Refusal {

    /** The service's problem, tolerant of what it may get beside. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Said(String type, String title, String detail, List<Violation> violations) {}

    private final transient Said said;

    Refused(int status, Said said) {
        super(status, said.type() == null ? "status-" + status : said.type().replaceFirst("^/problems/", ""));
        this.said = said;
    }

    public Said said() {
        return said;
    }

    @Override
    public List<Violation> violations() {
        return said.violations() == null ? List.of() : said.violations();
    }

    @Override
    public int retryAfterSeconds() {
        return isOutage() ? PartAway.COME_BACK_SECONDS : 0;
    }

    /** The service itself is unwell, which is not the caller's doing. */
    public boolean isOutage() {
        return status() >= 500 || status() == 429;
    }

    public static class Mapper implements ResponseExceptionMapper<Refused> {

        @Override
        public Refused toThrowable(Response response) {
            Said said = null;
            try {
                said = response.readEntity(Said.class);
            } catch (RuntimeException notAProblem) {
                // an empty or foreign body: the status alone speaks
            }
            return new Refused(response.getStatus(), said == null ? new Said(null, null, null, null) : said);
        }

        @Override
        public boolean handles(int status, MultivaluedMap<String, Object> headers) {
            return status >= 400;
        }
    }
}
