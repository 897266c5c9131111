package it.milanoaiuta.platform.web.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestHeader;

import it.milanoaiuta.platform.web.OpenValue;
import it.milanoaiuta.platform.web.Scalars;
import it.milanoaiuta.platform.web.Text;

/** Parameters in paths, queries and headers take the same values as fields of bodies. */
@Provider
public class Parameters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, ?>> READERS = Map.of(
            BigDecimal.class, Scalars::decimal,
            Instant.class, Scalars::instant,
            LocalDate.class, Scalars::day,
            UUID.class, Scalars::uuid,
            Integer.class, Integer::valueOf,
            Long.class, Long::valueOf,
            Boolean.class, Scalars::yesOrNo);

    private static final Set<Class<?>> HEADERS = Set.of(HeaderParam.class, RestHeader.class, CookieParam.class,
            RestCookie.class);

    /** Remembers the value, by which the error's answer finds the parameter's name. */
    private static final class Unreadable extends IllegalArgumentException {

        private final String value;

        Unreadable(String value, RuntimeException cause) {
            super(cause);
            this.value = value;
        }
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Function<String, T> reader = (Function<String, T>) (type == String.class ? text(annotations) : READERS.get(type));
        if (type.isEnum()) {
            reader = code -> (T) Enum.valueOf((Class) type, code);
        } else if (OpenValue.class.isAssignableFrom(type)) {
            reader = code -> (T) OpenValue.of((Class) type, code);
        }
        return reader == null ? null : new Converter<>(reader);
    }

    /** What people write in an address or a form; headers are written by programs, and mean what they say. */
    private static Function<String, String> text(Annotation[] annotations) {
        return Arrays.stream(annotations).anyMatch(annotation -> HEADERS.contains(annotation.annotationType()))
                ? Scalars::text
                : Text::line;
    }

    /** Whether this value is why a parameter was not read; of primitive and optional ones Quarkus' own readers quote it. */
    static boolean failedOn(String value, Throwable cause) {
        if (cause instanceof Unreadable unreadable) {
            return unreadable.value.equals(value);
        }
        return cause != null && cause.getMessage() != null
                && (cause.getMessage().contains('"' + value + '"') || cause.getMessage().contains("'" + value + "'"));
    }

    private record Converter<T>(Function<String, T> reader) implements ParamConverter<T> {

        @Override
        public T fromString(String value) {
            try {
                return value == null ? null : reader.apply(value);
            } catch (RuntimeException wrong) {
                throw new Unreadable(value, wrong);
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
