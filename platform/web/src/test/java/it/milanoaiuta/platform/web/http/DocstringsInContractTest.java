package it.milanoaiuta.platform.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.Index;
import org.jboss.resteasy.reactive.RestPath;
import org.junit.jupiter.api.Test;

import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;
import it.milanoaiuta.platform.web.Problem;
import it.milanoaiuta.platform.web.Violation;

class DocstringsInContractTest {

    private static final String RESOURCE = "DocstringsInContractTest$LotResource_";

    /** What lies on the shelves. */
    @Path("/lots")
    static class LotResource {
        /**
         * Shows the lots of a shelf. Those that are <code>OPEN</code> come first.
         *
         * @param shelf numbered from the door
         * @return a page of lots, the oldest first
         */
        @GET
        public Page<Lot> list(@RestPath String shelf, @BeanParam Paging paging) {
            return null;
        }

        /** Puts a lot there. */
        @POST
        public void put(Lot lot) {}
    }

    /**
     * Goods of one kind; see {@link Kind}.
     *
     * @param grams weight, &gt; 0
     * @param kind {@code OPEN} or not
     */
    record Lot(int grams, Kind kind, String id, Instant since) {}

    /** Whether somebody opened it. */
    enum Kind {
        OPEN,
        /** As it came. */
        SEALED
    }

    private final OpenAPI document = OASFactory.createOpenAPI().components(OASFactory.createComponents()
            .addSchema("Lot1", OASFactory.createSchema().addProperty("grams", number())
                    .addProperty("kind", reference("Kind")).addProperty("id", number())
                    .addProperty("since", reference("Instant")))
            .addSchema("Kind", OASFactory.createSchema())
            .addSchema("Instant", OASFactory.createSchema())
            .addSchema("Problem", OASFactory.createSchema().addProperty("detail", number()))
            .addSchema("PageLot", OASFactory.createSchema().addProperty("next", number())
                    .addProperty("items", OASFactory.createSchema().items(reference("Lot1")))))
            .addTag(OASFactory.createTag().name("Lots"));
    private final Operation list = operation("list").responses(OASFactory.createAPIResponses()
            .addAPIResponse("200", OASFactory.createAPIResponse().description("OK").content(json("PageLot"))))
            .addParameter(parameter("shelf")).addParameter(parameter("limit"));
    private final Operation put = operation("put").responses(OASFactory.createAPIResponses()
            .addAPIResponse("204", OASFactory.createAPIResponse().description("No Content")))
            .requestBody(OASFactory.createRequestBody().content(json("Lot1")));

    private static Schema number() {
        return OASFactory.createSchema().addType(Schema.SchemaType.NUMBER);
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref(name);
    }

    private static Content json(String schema) {
        return OASFactory.createContent().addMediaType("application/json",
                OASFactory.createMediaType().schema(reference(schema)));
    }

    private static Operation operation(String id) {
        return OASFactory.createOperation().operationId(RESOURCE + id).addTag("Lots");
    }

    private static Parameter parameter(String name) {
        return OASFactory.createParameter().name(name).in(Parameter.In.QUERY);
    }

    private void describe() throws IOException {
        document.paths(OASFactory.createPaths().addPathItem("/lots", OASFactory.createPathItem().GET(list).POST(put)));
        new DocstringsInContract(Index.of(LotResource.class, Lot.class, Kind.class, Page.class, Paging.class, Problem.class,
                Violation.class)).filterOpenAPI(document);
    }

    private Schema schema(String name) {
        return document.getComponents().getSchemas().get(name);
    }

    private String property(String schema, String name) {
        return schema(schema).getProperties().get(name).getDescription();
    }

    @Test
    void a_method_says_what_its_operation_does_what_it_takes_and_what_it_answers() throws IOException {
        describe();
        assertThat(list.getSummary()).isEqualTo("Shows the lots of a shelf");
        assertThat(list.getDescription()).isEqualTo("Those that are `OPEN` come first.");
        assertThat(list.getParameters()).extracting(Parameter::getDescription).element(0).isEqualTo("Numbered from the door");
        assertThat(list.getResponses().getAPIResponse("200").getDescription()).isEqualTo("A page of lots, the oldest first");
        assertThat(put.getDescription()).isEqualTo("Puts a lot there.");
        assertThat(document.getTags().get(0).getDescription()).isEqualTo("What lies on the shelves.");
    }

    @Test
    void a_record_says_what_it_is_and_what_its_components_are_wherever_it_is_used() throws IOException {
        describe();
        assertThat(schema("Lot1").getDescription()).isEqualTo("Goods of one kind; see `Kind`.");
        assertThat(property("Lot1", "grams")).isEqualTo("Weight, > 0");
        assertThat(property("Lot1", "kind")).isEqualTo("`OPEN` or not");
        assertThat(schema("Kind").getDescription()).isEqualTo("Whether somebody opened it.\n\n- `SEALED`: As it came.");
        assertThat(property("Problem", "detail")).isNotBlank();
    }

    @Test
    void what_an_annotation_says_of_the_same_counts_more() throws IOException {
        schema("Lot1").getProperties().get("grams").setDescription("Net");
        list.summary("Lots");
        describe();
        assertThat(property("Lot1", "grams")).isEqualTo("Net");
        assertThat(list.getSummary()).isEqualTo("Lots");
        assertThat(list.getDescription()).startsWith("Shows the lots");
    }

    @Test
    void what_nobody_describes_and_means_the_same_everywhere_the_glossary_does() throws IOException {
        describe();
        assertThat(Map.of("id", property("Lot1", "id"), "limit", list.getParameters().get(1).getDescription(), "type",
                schema("Instant").getDescription())).doesNotContainValue(null);
        assertThat(property("Lot1", "since")).as("a form alone is no meaning").isNull();
    }
}
