package it.milanoaiuta.gateway.apidoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

class MergedDocumentTest {

    private final YAMLMapper yaml = new YAMLMapper();

    @Test
    void different_things_of_one_name_stay_different() throws IOException {
        JsonNode merged = new MergedDocument(new ObjectMapper(), (part, path) -> !path.endsWith("/figures"))
                .with("volunteers", read("volunteers")).with("food-hub", read("food-hub")).document();
        assertThat((JsonNode) yaml.readTree(yaml.writeValueAsString(merged))).isEqualTo(read("golden"));
    }

    private JsonNode read(String name) throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/merged/" + name + ".yaml")) {
            return yaml.readTree(file);
        }
    }
}
