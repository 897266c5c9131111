package it.milanoaiuta.platform.web.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Bodies of requests are read as the rest of our JSON ({@link JsonStrictness}), and their texts by
 * {@link it.milanoaiuta.platform.web.Text}. Not in every ObjectMapper: what a program kept or told, an event, a stored answer, is
 * read as it was written.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class RequestJson implements ContextResolver<ObjectMapper> {

    /** The longest list that is sent needs a tenth; a megabyte of empty elements would be three hundred times as much to refuse. */
    private static final int MOST_TOKENS = 50_000;

    private final ObjectMapper json;

    @Inject
    RequestJson(ObjectMapper json) {
        this.json = json.copy().registerModule(TextReader.everywhere());
        this.json.getFactory().setStreamReadConstraints(StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build());
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return json;
    }
}
