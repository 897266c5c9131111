package it.milanoaiuta.platform.web.http;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;

import io.quarkus.jackson.ObjectMapperCustomizer;
import it.milanoaiuta.platform.web.Scalars;

/**
 * Reads JSON the way the API promises: nothing is guessed, cut or silently dropped, and no text gets in that PostgreSQL
 * cannot keep. Decimals are written as plain strings and read from strings or numbers.
 */
@Singleton
class JsonStrictness implements ObjectMapperCustomizer {

    /** After Quarkus' own modules: of two readers of one type the last one registered is used. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper json) {
        json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        // "" is no number, no id and no word of a list, and 0 or -1 are neither yes nor no
        json.coercionConfigDefaults().setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        json.coercionConfigFor(LogicalType.Boolean).setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
        json.registerModule(new SimpleModule("milano-aiuta")
                .addDeserializer(String.class, new Scalar<>(String.class, Scalars::text, false))
                .addDeserializer(BigDecimal.class, new Scalar<>(BigDecimal.class, Scalars::decimal, true))
                .addDeserializer(Instant.class, new Scalar<>(Instant.class, Scalars::instant, false))
                .addDeserializer(LocalDate.class, new Scalar<>(LocalDate.class, Scalars::day, false))
                .addSerializer(BigDecimal.class, new PlainDecimal()));
    }

    /** A value written as a JSON string (or also as a number), read by one function. */
    static class Scalar<T> extends StdScalarDeserializer<T> {

        private final transient Function<String, T> read;
        private final boolean orNumber;

        Scalar(Class<T> type, Function<String, T> read, boolean orNumber) {
            super(type);
            this.read = read;
            this.orNumber = orNumber;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonToken token = parser.currentToken();
            if (token != JsonToken.VALUE_STRING && !(orNumber && token.isNumeric())) {
                return (T) context.handleUnexpectedToken(_valueClass, parser);
            }
            String text = parser.getText();
            try {
                return read.apply(text);
            } catch (RuntimeException wrong) {
                return (T) context.handleWeirdStringValue(_valueClass, text, "%s", wrong.getMessage());
            }
        }
    }

    private static class PlainDecimal extends StdScalarSerializer<BigDecimal> {

        PlainDecimal() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(value.toPlainString());
        }
    }
}
