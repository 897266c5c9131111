package it.milanoaiuta.foodhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;

import it.milanoaiuta.platform.testing.HouseRules;

class ArchitectureTest extends HouseRules {

    private static final String BASE = "it.milanoaiuta.foodhub.";

    /** From the ground up: a sub-context may use those before it, and says at its package which of them. */
    private static final List<String> LAYERS = List.of("copies", "hub", "people", "stock", "confirming", "inbound", "gift",
            "between", "outbound", "figures");

    ArchitectureTest() {
        super("foodhub", "food-hub");
    }

    @Override
    protected Set<String> postsThatOnlyRead() {
        return Set.of("lookUp");
    }

    @Override
    protected List<Set<String>> layers() {
        return LAYERS.stream().map(Set::of).toList();
    }

    @Test
    void a_sub_context_says_at_its_package_what_it_uses() {
        for (String layer : LAYERS) {
            Set<String> used = classes.stream().filter(type -> layer.equals(layerOf(type)))
                    .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                    .map(dependency -> layerOf(dependency.getTargetClass()))
                    .filter(other -> LAYERS.contains(other) && !other.equals(layer)).collect(Collectors.toSet());
            assertThat(used).as("used by %s", layer).containsExactlyInAnyOrder(
                    classes.getPackage(BASE + layer).getAnnotationOfType(MayUse.class).value());
        }
    }

    /** The sub-context a class lies in; of a class outside them, its package. */
    private static String layerOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(BASE) ? name.substring(BASE.length()).split("\\.")[0] : name;
    }
}
