package it.milanoaiuta.gateway.proxy;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

/** The addresses that the gateway answers itself, read from its resources: of the rest a service may be the owner. */
@ApplicationScoped
class OwnAddresses {

    private final AddressTree tree;

    OwnAddresses(BeanManager beans) {
        List<String> templates = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream().map(Bean::getBeanClass).distinct()
                .filter(type -> type.isAnnotationPresent(Path.class)).flatMap(OwnAddresses::of).toList();
        tree = new AddressTree(templates);
    }

    boolean have(String path) {
        return tree.templateOf(path).isPresent();
    }

    private static Stream<String> of(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods()).filter(OwnAddresses::isEndpoint)
                .map(method -> joined(resource.getAnnotation(Path.class), method.getAnnotation(Path.class)));
    }

    private static boolean isEndpoint(Method method) {
        return Arrays.stream(method.getAnnotations()).map(Annotation::annotationType)
                .anyMatch(type -> type.isAnnotationPresent(HttpMethod.class));
    }

    static String joined(Path ofType, Path ofMethod) {
        return ("/" + ofType.value() + "/" + (ofMethod == null ? "" : ofMethod.value())).replaceAll("/+", "/")
                .replaceAll("(?<=.)/$", "");
    }
}
