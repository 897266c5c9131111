package it.milanoaiuta.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** What the gateway answered. */
record Answer(String request, int status, JsonNode body, HttpHeaders headers) {

    /** Fails the test, showing request and body, unless the status is this one. */
    Answer expect(int expected) {
        assertThat(status).as(() -> request + " → " + body).isEqualTo(expected);
        return this;
    }

    String id() {
        return text("/id");
    }

    /** The text at a JSON pointer, null when it is absent or null. */
    String text(String pointer) {
        JsonNode node = body.at(pointer);
        return node.isMissingNode() || node.isNull() ? null : node.asText();
    }

    BigDecimal number(String pointer) {
        return new BigDecimal(body.at(pointer).asText());
    }

    List<JsonNode> items() {
        return StreamSupport.stream(body.path("items").spliterator(), false).toList();
    }

    /** Fields that the problem's violations blame. */
    List<String> blamed() {
        return StreamSupport.stream(body.path("violations").spliterator(), false).map(v -> v.path("field").asText()).toList();
    }
}
