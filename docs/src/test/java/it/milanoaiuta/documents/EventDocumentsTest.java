package it.milanoaiuta.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;

/** Writes what is made of the event files, as the build of a service writes its contract: commit it when it changes. */
class EventDocumentsTest {

    private static final Path CATALOGUE = Path.of("events.md");
    private static final Path RELEASED = Path.of("released");

    private final ObjectMapper json = new ObjectMapper();
    private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory().disable(YAMLGenerator.Feature.SPLIT_LINES));
    private final List<EventType> types = EventType.under(Path.of(".."));
    private final List<EventType> said = types.stream().map(new OpenLists(Path.of(".."))::said).toList();

    @Test
    void the_catalogue_has_a_table_of_every_service() throws IOException {
        Tables page = new Tables(CATALOGUE);
        for (String service : EventType.SERVICES) {
            page.put("events of " + service, EventTable.of(service, types));
        }
        page.write();
    }

    @Test
    void all_events_are_one_valid_asyncapi_document() throws IOException {
        String document = yaml.writeValueAsString(AsyncApi.of(said));
        assertThat(wrong(yaml.readTree(document))).isEmpty();
        Files.writeString(Path.of("asyncapi.yaml"), document);
    }

    @Test
    void a_document_that_is_none_is_found_out() throws IOException {
        ObjectNode document = AsyncApi.of(types);
        ((ObjectNode) document.path("operations").iterator().next()).put("action", "shout");
        assertThat(wrong(document)).isNotEmpty();
    }

    private List<?> wrong(JsonNode document) throws IOException {
        JsonNode schema = json.readTree(Path.of("src/test/resources/asyncapi-3.0.0.schema.json").toFile());
        return List.copyOf(JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(schema).validate(document));
    }

    @Test
    void every_field_says_what_it_means() {
        assertThat(types.stream().flatMap(type -> unsaid(type.name(), type.schema()))).isEmpty();
    }

    private static Stream<String> unsaid(String where, JsonNode schema) {
        return Stream.concat(unsaidOfFields(where, schema), unsaidOfFields(where + "[]", schema.path("items")));
    }

    private static Stream<String> unsaidOfFields(String where, JsonNode object) {
        return object.path("properties").properties().stream().flatMap(field -> {
            String name = where + "." + field.getKey();
            return Stream.concat(field.getValue().has("description") ? Stream.empty() : Stream.of(name),
                    unsaid(name, field.getValue()));
        });
    }

    @Test
    void nothing_breaks_who_reads_what_was_released() {
        assertThat(EventBreaks.between(EventType.under(RELEASED), types)).isEmpty();
    }

    @Test
    void every_kind_of_break_is_found() {
        List<EventType> broken = types.stream().filter(type -> !type.name().equals("DonationLapsed.v1")).map(this::broken)
                .toList();
        assertThat(EventBreaks.between(types, broken)).containsExactlyInAnyOrder("DonationLapsed.v1 is not told any more",
                "ShiftOpened.v1.start is gone", "ShiftOpened.v1.end may be missing now",
                "ShiftOpened.v1.ownerKind has a new value: CITY", "ShiftOpened.v1.ownerId has a new kind: null",
                "ShiftOpened.v1.helpRequestId.format was uuid and is ",
                "ShiftOpened.v1.roles[].capacity has a new kind: string");
        assertThat(EventBreaks.between(broken, types)).as("and none where something is added").doesNotContain(
                "DonationLapsed.v1 is not told any more").noneMatch(one -> one.contains("start"));
    }

    @Test
    void a_list_that_is_opened_breaks_who_knows_it_as_closed_and_a_new_value_of_an_open_one_breaks_nobody() throws IOException {
        EventType closed = shift("{'type': 'string', 'enum': ['HELPER']}");
        EventType open = shift("{'type': 'string', 'x-extensible-enum': ['HELPER']}");
        EventType longer = shift("{'type': 'string', 'x-extensible-enum': ['HELPER', 'CHEF']}");
        assertThat(EventBreaks.between(List.of(closed), List.of(open))).containsExactly("Shift.v1.role may be anything now");
        assertThat(EventBreaks.between(List.of(open), List.of(longer))).isEmpty();
        assertThat(EventBreaks.between(List.of(open), List.of(closed))).isEmpty();
    }

    private EventType shift(String role) throws IOException {
        return new EventType("volunteers-service", "Shift.v1",
                json.readTree(("{'properties': {'role': " + role + "}}").replace('\'', '"')), null);
    }

    /** One of each kind. */
    private EventType broken(EventType type) {
        if (!type.name().equals("ShiftOpened.v1")) {
            return type;
        }
        ObjectNode schema = type.schema().deepCopy();
        ObjectNode fields = schema.withObject("/properties");
        fields.remove("start");
        ((ArrayNode) schema.path("required")).removeAll().add("shiftId").add("opportunityId").add("ownerKind").add("ownerId")
                .add("helpRequestId").add("roles");
        fields.withArray("/ownerKind/enum").add("CITY");
        fields.withObject("/ownerId").putArray("type").add("string").add("null");
        fields.withObject("/helpRequestId").remove("format");
        ObjectNode role = fields.withObject("/roles/items/properties");
        role.withObject("/capacity").putArray("type").add("integer").add("string");
        return new EventType(type.service(), type.name(), schema, type.example());
    }
}
