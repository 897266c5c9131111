package it.milanoaiuta.platform.requests;

import java.util.List;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import it.milanoaiuta.platform.web.http.ConventionsInContract;
import it.milanoaiuta.platform.web.http.Endpoints;

/** Says in the API's document which key an {@link Idempotent} request needs, and what is answered when the key will not do. */
// before ConventionsInContract, which adds what no other filter says of an answer
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class IdempotentInContract implements OASFilter {

    private static final String KEY = "IdempotencyKey";
    private static final String MISSING = "IdempotencyKeyMissing";
    private static final String IN_USE = "IdempotencyKeyInUse";
    private static final String REUSED = "IdempotencyKeyReused";

    private final Endpoints endpoints;

    public IdempotentInContract(IndexView index) {
        endpoints = new Endpoints(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        endpoints.each(document, (operation, method) -> {
            if (isIdempotent(method)) {
                describe(document.getComponents());
                needsKey(operation);
            }
        });
    }

    private static boolean isIdempotent(MethodInfo method) {
        return method.hasAnnotation(Idempotent.class) || method.declaringClass().hasDeclaredAnnotation(Idempotent.class);
    }

    private static void needsKey(Operation operation) {
        operation.addParameter(OASFactory.createParameter().ref(KEY)).getResponses()
                .addAPIResponse("400", OASFactory.createAPIResponse().ref(MISSING))
                .addAPIResponse("409", OASFactory.createAPIResponse().ref(IN_USE))
                .addAPIResponse("422", OASFactory.createAPIResponse().ref(REUSED));
    }

    private static void describe(Components components) {
        components.addParameter(KEY, OASFactory.createParameter().name(RequestKeyFilter.HEADER).in(Parameter.In.HEADER)
                .required(true).schema(OASFactory.createSchema().type(List.of(SchemaType.STRING)).format("uuid"))
                .description("A new UUID for each thing you want done. Repeat the request with the same one as often as you "
                        + "like, for seven days: it happens once, and each time you get the first answer."));
        components.addResponse(MISSING, ConventionsInContract.problem(
                "Idempotency-Key is missing or not a UUID, or a field is wrong; violations name it"));
        components.addResponse(IN_USE, ConventionsInContract.problem(
                "The first request with this key is still running: ask again after Retry-After. Or a rule refuses it; type says which")
                .addHeader("Retry-After", retryAfter()));
        components.addResponse(REUSED, ConventionsInContract.problem("The key was sent with another request"));
    }

    private static Header retryAfter() {
        return OASFactory.createHeader().description("Seconds, when the first request is still running")
                .schema(OASFactory.createSchema().type(List.of(SchemaType.INTEGER)));
    }
}
