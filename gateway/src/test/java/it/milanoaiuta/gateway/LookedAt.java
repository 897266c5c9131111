package it.milanoaiuta.gateway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/**
 * The addresses at which a screen is looked at in a real browser and in every language, its states included: said beside the
 * screen's own tests, so that a new one needs no line in a common list.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LookedAt {

    String[] value();

    /** Of all screens. */
    final class Addresses {

        private Addresses() {}

        public static List<String> all() {
            return new ClassFileImporter().importPackages("it.milanoaiuta.gateway").stream()
                    .filter(test -> test.isAnnotatedWith(LookedAt.class)).sorted((a, b) -> a.getName().compareTo(b.getName()))
                    .flatMap(Addresses::of).toList();
        }

        private static Stream<String> of(JavaClass test) {
            return Arrays.stream(test.getAnnotationOfType(LookedAt.class).value());
        }
    }
}
