package it.milanoaiuta.foodhub;

import java.io.IOException;
import java.math.BigDecimal;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;

import io.quarkus.jackson.ObjectMapperCustomizer;

/**
 * Every decimal of an answer or event has at least three places: a quantity is <code>100.000</code>, wherever it was read or
 * reckoned. What people sent is kept as they sent it.
 */
@Singleton
public class ToTheGram implements ObjectMapperCustomizer {

    /** Attribute of a writer that repeats what was said. */
    public static final String AS_SAID = "as-said";

    private static final int PLACES = 3;

    @Override
    public void customize(ObjectMapper json) {
        // A modifier, because it has the last word whichever module comes first.
        json.registerModule(new SimpleModule("to-the-gram").setSerializerModifier(new BeanSerializerModifier() {
            @Override
            public JsonSerializer<?> modifySerializer(SerializationConfig config, BeanDescription type,
                    JsonSerializer<?> serializer) {
                return type.getBeanClass() == BigDecimal.class ? new Quantity() : serializer;
            }
        }));
    }

    private static class Quantity extends StdScalarSerializer<BigDecimal> {

        Quantity() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializerProvider provider) throws IOException {
            boolean asSaid = provider.getAttribute(AS_SAID) != null;
            json.writeString((asSaid || value.scale() >= PLACES ? value : value.setScale(PLACES)).toPlainString());
        }
    }
}
