package it.milanoaiuta.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A type of event as its files say.
 *
 * @param service the folder of its producer
 * @param name with its version: <code>ShiftOpened.v1</code>
 */
record EventType(String service, String name, JsonNode schema, JsonNode example) {

    static final List<String> SERVICES = List.of("volunteers-service", "donations-service", "food-hub-service");

    private static final String SCHEMA = ".schema.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of all services under a folder, by service, topic and name. */
    static List<EventType> under(Path root) {
        return SERVICES.stream().flatMap(service -> of(root, service).stream()
                .sorted(Comparator.comparing(EventType::topic).thenComparing(EventType::name))).toList();
    }

    private static List<EventType> of(Path root, String service) {
        Path events = root.resolve(service).resolve("contracts/events");
        List<EventType> types = new ArrayList<>();
        try (Stream<Path> files = Files.list(events)) {
            for (Path file : files.filter(found -> found.toString().endsWith(SCHEMA)).toList()) {
                String name = file.getFileName().toString().replace(SCHEMA, "");
                types.add(new EventType(service, name, JSON.readTree(file.toFile()),
                        JSON.readTree(events.resolve("examples").resolve(name + ".json").toFile())));
            }
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String topic() {
        return schema.path("x-topic").asText();
    }

    /** When it is told, in a sentence. */
    String description() {
        return schema.path("description").asText();
    }
}
