package it.milanoaiuta.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

/** The endpoints in a module's own classes, as <code>GET /api/v1/hubs/{}</code>: how a parameter is called does not matter. */
final class Endpoints {

    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target/classes");

    private Endpoints() {}

    /** Of the module that is tested, in this package and those below it. */
    static Set<String> in(String packageName, ClassLoader loader) {
        try (Stream<java.nio.file.Path> files = Files.walk(CLASSES.resolve(packageName.replace('.', '/')))) {
            return files.filter(file -> file.toString().endsWith(".class")).map(file -> load(file, loader))
                    .filter(type -> type.isAnnotationPresent(Path.class)).flatMap(Endpoints::of)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param path with a query, or without */
    static String name(String method, String path) {
        return method + " " + ("/" + path).replaceAll("\\?.*", "").replaceAll("\\{[^}]*}", "{}").replaceAll("/+", "/")
                .replaceAll("/$", "");
    }

    private static Class<?> load(java.nio.file.Path file, ClassLoader loader) {
        String name = CLASSES.relativize(file).toString().replaceAll("\\.class$", "").replace(
                file.getFileSystem().getSeparator(),
                ".");
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> of(Class<?> resource) {
        return Stream.<Class<?>>iterate(resource, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .flatMap(method -> verbs(method).map(verb -> name(verb, path(resource) + "/" + path(method))));
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations()).map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value());
    }

    private static String path(java.lang.reflect.AnnotatedElement element) {
        return element.isAnnotationPresent(Path.class) ? element.getAnnotation(Path.class).value() : "";
    }
}
