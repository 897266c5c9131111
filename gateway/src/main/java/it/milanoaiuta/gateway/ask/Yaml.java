package it.milanoaiuta.gateway.ask;

import java.io.InputStream;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML as OpenAPI means it: version 1.2 with JSON's scalars. The usual reading is 1.1, which takes <code>13:45:30.123</code>
 * for a number to the base of 60, <code>no</code> for false and <code>2026-12-05</code> for an instant.
 */
final class Yaml {

    private Yaml() {}

    /** Maps, lists, strings, numbers, booleans and nulls. */
    static Object read(InputStream document) {
        LoaderOptions options = new LoaderOptions();
        return new org.yaml.snakeyaml.Yaml(new SafeConstructor(options), new Representer(new DumperOptions()),
                new DumperOptions(),
                options, new JsonScalars()).load(document);
    }

    private static final class JsonScalars extends Resolver {

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
            addImplicitResolver(Tag.NULL, Pattern.compile("null"), "n");
            addImplicitResolver(Tag.NULL, Pattern.compile(""), null);
            addImplicitResolver(Tag.INT, Pattern.compile("-?(0|[1-9][0-9]*)"), "-0123456789");
            addImplicitResolver(Tag.FLOAT, Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?"), "-0123456789");
        }
    }
}
