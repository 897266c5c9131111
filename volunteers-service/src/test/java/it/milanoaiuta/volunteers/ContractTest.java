package it.milanoaiuta.volunteers;

import static it.milanoaiuta.volunteers.City.ANNA;
import static it.milanoaiuta.volunteers.City.as;
import static it.milanoaiuta.volunteers.City.asCoordinator;
import static it.milanoaiuta.volunteers.City.in;
import static it.milanoaiuta.volunteers.City.inDays;
import static it.milanoaiuta.volunteers.City.known;
import static it.milanoaiuta.volunteers.City.leave;
import static it.milanoaiuta.volunteers.City.opportunity;
import static it.milanoaiuta.volunteers.City.shift;
import static it.milanoaiuta.volunteers.City.signUp;
import static it.milanoaiuta.volunteers.City.somebody;
import static it.milanoaiuta.volunteers.City.verifiedOrganisation;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.events.Published;

/** What is told is what the contract files say, and what others' files say is understood. */
@QuarkusTest
class ContractTest {

    private static final Path CONTRACTS = Path.of("contracts/events");

    @Inject
    City city;

    @Inject
    Neighbours neighbours;

    @Test
    void every_event_has_its_schema_and_every_schema_its_event_and_example() throws IOException {
        Set<String> told = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("it.milanoaiuta.volunteers").stream().filter(type -> type.isAnnotatedWith(Published.class))
                .map(JavaClass::getSimpleName).map(name -> name + ".v1").collect(Collectors.toSet());
        assertThat(told).isNotEmpty().isEqualTo(files(CONTRACTS, ".schema.json"))
                .isEqualTo(files(CONTRACTS.resolve("examples"), ".json"));
    }

    @Test
    void every_example_is_valid() throws IOException {
        for (String type : files(CONTRACTS.resolve("examples"), ".json")) {
            mustBeValid(type, Files.readString(CONTRACTS.resolve("examples").resolve(type + ".json")));
        }
    }

    @Test
    void every_event_that_was_told_is_valid() throws IOException {
        everythingHappens();
        List<City.ToldEvent> told = city.everythingTold();
        assertThat(told.stream().map(City.ToldEvent::type).collect(Collectors.toSet()))
                .isEqualTo(files(CONTRACTS, ".schema.json"));
        for (City.ToldEvent event : told) {
            mustBeValid(event.type(), event.payload());
        }
    }

    @Test
    void nothing_that_was_told_is_text_somebody_wrote() {
        everythingHappens();
        city.everythingTold().forEach(event -> assertThat(event.payload()).doesNotContain("pacchi", "via Ovada",
                "example.org", "Barona", "Complaint"));
    }

    @Test
    void the_examples_of_food_hub_are_understood() {
        for (String topic : List.of("food-hub.hubs", "food-hub.help-requests")) {
            neighbours.handlers(topic).keySet().stream().sorted(Comparator.reverseOrder()).forEach(
                    type -> neighbours.tell(topic, type, neighbours.example("food-hub-service", type, Map.of())));
        }
    }

    private void everythingHappens() {
        UUID organisation = verifiedOrganisation(ANNA);
        UUID opportunity = opportunity(ANNA, organisation);
        UUID member = known();
        as(ANNA).body(Map.of("subject", member, "role", "MEMBER")).post("/api/v1/organisations/{id}/members", organisation);
        as(member).delete("/api/v1/organisations/{id}/members/{member}", organisation, member);
        UUID shift = shift(ANNA, opportunity, inDays(3), 1);
        UUID person = somebody();
        signUp(person, shift);
        signUp(somebody(), shift);
        leave(person, shift);
        String seen = as(ANNA).get("/api/v1/shifts/{id}", shift).header("ETag");
        as(ANNA).header("If-Match", seen).body(Map.of("minimumStaffing", 1)).patch("/api/v1/shifts/{id}", shift);
        city.moveIntoThePast(shift, Duration.ofHours(1));
        String present = as(ANNA).get("/api/v1/shifts/{id}/sign-ups", shift).then().extract().path("items[1].personId");
        as(ANNA).body(Map.of("personId", present, "checkIn", in(Duration.ofMinutes(-50)).toString()))
                .post("/api/v1/shifts/{id}/attendances", shift).then().statusCode(200);
        as(ANNA).delete("/api/v1/shifts/{id}", shift(ANNA, opportunity, inDays(4), 1)).then().statusCode(204);
        asCoordinator().body(Map.of("reason", "Complaint")).post("/api/v1/organisations/{id}/suspension", organisation);
        asCoordinator().delete("/api/v1/organisations/{id}/suspension", organisation);
    }

    private static void mustBeValid(String type, String payload) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(
                Files.readString(CONTRACTS.resolve(type + ".schema.json")),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
        assertThat(schema.validate(payload, InputFormat.JSON)).as("%s: %s", type, payload).isEmpty();
    }

    private static Set<String> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length())).collect(Collectors.toSet());
        }
    }
}
