package it.milanoaiuta.gateway.ask;

import java.io.InputStream;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/**
 * Reads YAML as OpenAPI means it: version 1.2 with JSON's scalars. Jackson's reading is 1.1, which takes <code>13:45:30.123</code>
 * for a number to the base of 60, <code>no</code> for false and <code>2026-12-05</code> for an instant.
 */
final class Yaml {

    private Yaml() {}

    /** Maps, lists, strings, numbers, booleans and nulls. */
    static Object read(InputStream document) {
        return new Load(LoadSettings.builder().setSchema(new JsonSchema()).build()).loadFromInputStream(document);
    }
}
