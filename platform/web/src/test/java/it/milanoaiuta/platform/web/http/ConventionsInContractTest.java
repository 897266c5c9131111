package it.milanoaiuta.platform.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.Index;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;

import it.milanoaiuta.platform.web.Problem;

class ConventionsInContractTest {

    private static final String PROBLEM = "#/components/responses/Problem";
    private static final String ID = "ConventionsInContractTest$ThingResource_";

    @Path("/things")
    static class ThingResource {
        @POST
        @ResponseStatus(201)
        public RestResponse<String> make() {
            return RestResponse.status(RestResponse.Status.CREATED, "made");
        }

        @GET
        public String show() {
            return "shown";
        }

        @GET
        @Path("looks")
        @PermitAll
        public String look() {
            return "looked at";
        }

        @DELETE
        public void drop() {}
    }

    private final OpenAPI document = OASFactory.createOpenAPI().components(OASFactory.createComponents())
            .paths(OASFactory.createPaths());

    private Operation operation(String path, String id, String status) {
        Operation operation = OASFactory.createOperation().operationId(ID + id).responses(OASFactory.createAPIResponses()
                .addAPIResponse(status, bare("Guessed")).addAPIResponse("403", bare("Not Allowed")));
        document.getPaths().addPathItem(path, OASFactory.createPathItem().POST(operation));
        return operation;
    }

    private static APIResponse bare(String description) {
        return OASFactory.createAPIResponse().description(description);
    }

    private Map<String, APIResponse> answers(Operation operation) throws IOException {
        new ConventionsInContract(Index.of(ThingResource.class)).filterOpenAPI(document);
        return operation.getResponses().getAPIResponses();
    }

    @Test
    void an_operation_answers_by_the_status_its_method_names() throws IOException {
        Map<String, APIResponse> answers = answers(operation("/made", "make", "200"));
        assertThat(answers).containsOnlyKeys("201", "403", "default");
        assertThat(answers.get("201").getHeaders()).containsOnlyKeys("Location");
    }

    @Test
    void an_operation_of_which_nothing_is_said_answers_as_before() throws IOException {
        assertThat(answers(operation("/shown", "show", "200"))).containsOnlyKeys("200", "403", "default");
    }

    @Test
    void who_returns_nothing_answers_204() throws IOException {
        assertThat(answers(operation("/dropped", "drop", "201"))).containsOnlyKeys("204", "403", "default");
    }

    @Test
    void what_is_for_everybody_asks_for_no_token() throws IOException {
        Operation looked = operation("/looked", "look", "200").security(List.of(OASFactory.createSecurityRequirement()));
        assertThat(answers(looked)).containsOnlyKeys("200", "default");
        assertThat(looked.getSecurity()).isNull();
    }

    @Test
    void whatever_else_is_answered_is_a_problem() throws IOException {
        Map<String, APIResponse> answers = answers(operation("/shown", "show", "200"));
        assertThat(answers.get("403").getRef()).isEqualTo(PROBLEM);
        assertThat(answers.get("default").getRef()).isEqualTo(PROBLEM);
        assertThat(document.getComponents().getResponses().get("Problem").getContent().getMediaTypes())
                .containsOnlyKeys(Problem.MEDIA_TYPE);
    }

    @Test
    void two_operations_of_one_id_are_no_document() {
        operation("/shown", "show", "200");
        assertThatThrownBy(() -> answers(operation("/shown-again", "show", "200")))
                .hasMessageContaining("ThingResource_show");
    }

    @Test
    void an_id_that_tells_no_method_is_refused() {
        assertThatThrownBy(() -> answers(operation("/lost", "lose", "200"))).hasMessageContaining("lose");
    }
}
