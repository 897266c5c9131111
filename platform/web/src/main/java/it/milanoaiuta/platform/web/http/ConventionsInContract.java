package it.milanoaiuta.platform.web.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.ResponseStatus;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import it.milanoaiuta.platform.web.Problem;

/**
 * Says in the API's document what types do not: that every answer but the expected one is problem details, that If-Match must
 * be sent (428), that what is {@link PermitAll} asks for no token, which realm roles are asked for (<code>x-roles</code>), that a
 * 201 says where it is (Location), and by which status a method answers. SmallRye guesses that from
 * the type; here {@link ResponseStatus} counts, also on a method that builds its answer itself, and one that returns nothing answers
 * 204.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ConventionsInContract implements OASFilter {

    static final String PROBLEM = "Problem";

    /** Of the realm's roles one is needed. */
    private static final String ROLES = "x-roles";
    private static final String CREATED = String.valueOf(Status.CREATED.getStatusCode());

    private final Endpoints endpoints;

    public ConventionsInContract(IndexView index) {
        endpoints = new Endpoints(index);
    }

    @Override
    public Parameter filterParameter(Parameter parameter) {
        return HttpHeaders.IF_MATCH.equals(parameter.getName()) ? parameter.required(true) : parameter;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addResponse(PROBLEM, problem("Refused or failed; type says why, detail what to do about it"));
        endpoints.each(document, (operation, method) -> {
            if (method.hasAnnotation(PermitAll.class)) {
                forEverybody(operation);
            }
            describe(operation.getResponses(), method);
            nameRoles(operation);
        });
    }

    /** Quarkus writes them as scopes, which a bearer token of plain HTTP has none of. */
    private static void nameRoles(Operation operation) {
        List<SecurityRequirement> asked = operation.getSecurity() == null ? List.of() : operation.getSecurity();
        List<String> roles = asked.stream().flatMap(one -> one.getSchemes().values().stream()).flatMap(List::stream).sorted()
                .toList();
        if (!roles.isEmpty()) {
            operation.addExtension(ROLES, roles);
            asked.forEach(one -> one.getSchemes().keySet().forEach(scheme -> one.addScheme(scheme, List.of())));
        }
    }

    /** An answer that is problem details; the description is for people, in English. */
    public static APIResponse problem(String description) {
        return OASFactory.createAPIResponse().description(description).content(OASFactory.createContent().addMediaType(
                Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM))));
    }

    /** Quarkus asks for a token wherever the class does, also where a method does not. */
    private static void forEverybody(Operation operation) {
        operation.setSecurity(null);
        operation.getResponses().removeAPIResponse(String.valueOf(Status.UNAUTHORIZED.getStatusCode()));
        operation.getResponses().removeAPIResponse(String.valueOf(Status.FORBIDDEN.getStatusCode()));
    }

    private static void describe(APIResponses assumed, MethodInfo method) {
        Map<String, APIResponse> answers = new LinkedHashMap<>();
        assumed.getAPIResponses().forEach((status, answer) -> {
            if (!status.startsWith("2")) {
                answers.put(status, isBare(answer) ? anyProblem() : answer);
            } else if (statusOf(method) == null) {
                answers.put(status, answer);
            } else {
                answers.put(String.valueOf(statusOf(method).getStatusCode()),
                        answer.description(statusOf(method).getReasonPhrase()));
            }
        });
        answers.computeIfPresent(CREATED, (status, answer) -> answer.addHeader(HttpHeaders.LOCATION, location()));
        answers.put(APIResponses.DEFAULT, anyProblem());
        assumed.setAPIResponses(answers);
    }

    private static Header location() {
        return OASFactory.createHeader().description("The path of what was made").required(true)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING).format("uri-reference"));
    }

    /** Null when nothing is said of it. */
    private static Status statusOf(MethodInfo method) {
        AnnotationInstance said = method.annotation(ResponseStatus.class);
        if (said != null) {
            return Status.fromStatusCode(said.value().asInt());
        }
        return method.returnType().kind() == Type.Kind.VOID ? Status.NO_CONTENT : null;
    }

    /** Quarkus adds some that have nothing but a name. */
    private static boolean isBare(APIResponse answer) {
        return answer.getRef() == null && answer.getContent() == null;
    }

    private static APIResponse anyProblem() {
        return OASFactory.createAPIResponse().ref(PROBLEM);
    }
}
