package it.milanoaiuta.platform.web.http;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Describes the schemas of an API's document by the docstrings of the types they were made of. Of two types of one name one schema
 * is called otherwise (<code>Line1</code>): so each is found from where it is used, side by side with its type.
 */
final class DescribedTypes {

    private static final DotName WITH_HEADERS = DotName.createSimple(RestResponse.class);
    private static final DotName NAMED = DotName
            .createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private final IndexView index;
    private final Map<String, Schema> components;
    private final Set<String> described = new HashSet<>();
    private final Set<String> unwrapped = new HashSet<>();

    DescribedTypes(IndexView index, Map<String, Schema> components) {
        this.index = index;
        this.components = components;
    }

    void describe(Type type, List<Schema> schemas) {
        schemas.forEach(schema -> describe(type, schema, Map.of()));
    }

    /** Whose properties stand in others' schemas; their own schema nothing refers to. */
    Set<String> onlyUnwrapped() {
        return unwrapped.stream().filter(name -> !described.contains(name)).collect(Collectors.toSet());
    }

    private void describe(Type type, Schema schema, Map<String, Type> variables) {
        Type known = answer(resolved(type, variables));
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            if (described.add(name)) {
                describe(known, components.get(name), variables);
            }
            return;
        }
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf()).filter(parts -> parts != null)
                .flatMap(List::stream).forEach(part -> describe(known, part, variables));
        if (schema.getItems() != null) {
            describe(inside(known), schema.getItems(), variables);
        } else if (schema.getAdditionalPropertiesSchema() != null) {
            describe(inside(known), schema.getAdditionalPropertiesSchema(), variables);
        } else if (index.getClassByName(known.name()) != null) {
            describe(index.getClassByName(known.name()), schema, variables(known));
        } else if (known.kind() == Type.Kind.PARAMETERIZED_TYPE) {
            describe(inside(known), schema, variables);
        }
    }

    private void describe(ClassInfo type, Schema schema, Map<String, Type> variables) {
        if (schema.getDescription() == null) {
            Docstrings.ofType(type.name()).ifPresent(said -> schema.setDescription(said + constants(type)));
        }
        if (schema.getProperties() != null) {
            type.fields().forEach(field -> describe(field, type.name(), schema, variables));
            type.methods().stream().filter(method -> type.field(propertyOf(method)) == null)
                    .forEach(getter -> describe(getter, schema.getProperties().get(propertyOf(getter))));
        }
    }

    /** What a record says beside its components: isOpen() is the property open. */
    private static void describe(MethodInfo getter, Schema property) {
        if (property != null && property.getDescription() == null) {
            Docstrings.ofMethod(getter).ifPresent(property::setDescription);
        }
    }

    private static String propertyOf(MethodInfo method) {
        String name = method.parametersCount() == 0 ? method.name().replaceFirst("^(is|get)(?=\\p{Lu})", "") : "";
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private void describe(FieldInfo field, DotName type, Schema schema, Map<String, Type> variables) {
        Schema property = schema.getProperties().get(nameOf(field));
        if (property != null) {
            if (property.getDescription() == null) {
                Docstrings.ofMember(type, field.name()).ifPresent(property::setDescription);
            }
            describe(field.type(), property, variables);
        } else if (field.hasAnnotation(DotName.createSimple(JsonUnwrapped.class))) {
            unwrapped.add(schemaOf(index.getClassByName(field.type().name())));
            describe(field.type(), schema, variables);
        }
    }

    private static String schemaOf(ClassInfo type) {
        AnnotationInstance named = type.declaredAnnotation(NAMED);
        return named == null || named.value("name") == null ? type.simpleName() : named.value("name").asString();
    }

    private static String nameOf(FieldInfo field) {
        AnnotationInstance renamed = field.annotation(JsonProperty.class);
        return renamed == null || renamed.value() == null ? field.name() : renamed.value().asString();
    }

    /** What each value means, where that is said. */
    private static String constants(ClassInfo type) {
        StringBuilder list = new StringBuilder();
        type.enumConstants().forEach(constant -> Docstrings.ofConstant(type.name(), constant.name())
                .ifPresent(said -> list.append("\n- `").append(constant.name()).append("`: ").append(said)));
        return list.isEmpty() ? "" : "\n" + list;
    }

    /** What a method answers, with headers or without. */
    private static Type answer(Type type) {
        return type.name().equals(WITH_HEADERS) && type.kind() == Type.Kind.PARAMETERIZED_TYPE ? inside(type) : type;
    }

    /** Of a list, a map or an envelope: what it holds. */
    private static Type inside(Type type) {
        return switch (type.kind()) {
            case ARRAY -> type.asArrayType().constituent();
            case PARAMETERIZED_TYPE -> last(type.asParameterizedType().arguments());
            default -> type;
        };
    }

    private static Type last(List<Type> types) {
        return types.get(types.size() - 1);
    }

    private Map<String, Type> variables(Type type) {
        Map<String, Type> variables = new HashMap<>();
        if (type.kind() == Type.Kind.PARAMETERIZED_TYPE) {
            List<Type> arguments = type.asParameterizedType().arguments();
            for (int i = 0; i < arguments.size(); i++) {
                variables.put(index.getClassByName(type.name()).typeParameters().get(i).identifier(), arguments.get(i));
            }
        }
        return variables;
    }

    private static Type resolved(Type type, Map<String, Type> variables) {
        return switch (type.kind()) {
            case TYPE_VARIABLE -> variables.getOrDefault(type.asTypeVariable().identifier(), type);
            case PARAMETERIZED_TYPE -> ParameterizedType.create(type.name(), type.asParameterizedType().arguments().stream()
                    .map(argument -> resolved(argument, variables)).toArray(Type[]::new), null);
            default -> type;
        };
    }
}
