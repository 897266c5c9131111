package it.milanoaiuta.platform.web.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import it.milanoaiuta.platform.web.Problem;

/**
 * Carries the sources' docstrings into the API's document, so that a thing is described once, where it is: a resource (by its tag), its
 * methods, their parameters and answers, the records that travel and their components. What an annotation says of the same counts more; what
 * means the same everywhere and is described nowhere, {@link Glossary} describes.
 */
// after ConventionsInContract, whose description of an answer is only its status
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 0)
public class DocstringsInContract implements OASFilter {

    private final IndexView index;
    private final Endpoints endpoints;

    public DocstringsInContract(IndexView index) {
        this.index = index;
        endpoints = new Endpoints(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        DescribedTypes types = new DescribedTypes(index, schemas);
        endpoints.each(document, (operation, method) -> {
            describe(document.getTags(), operation.getTags(), method.declaringClass().name());
            describe(operation, method);
            parameters(operation).forEach(parameter -> describe(parameter, method, types));
            types.describe(method.returnType(), answered(operation));
            method.parameters().forEach(parameter -> {
                if (isBody(parameter)) {
                    types.describe(parameter.type(), sent(operation));
                }
            });
        });
        types.describe(Type.create(DotName.createSimple(Problem.class), Type.Kind.CLASS),
                List.of(OASFactory.createSchema().ref(ConventionsInContract.PROBLEM)));
        types.onlyUnwrapped().forEach(document.getComponents()::removeSchema);
        dropUnusedTags(document);
        Glossary.describe(document);
    }

    /** Those of resources that the document does not show. */
    private void dropUnusedTags(OpenAPI document) {
        Set<String> used = new HashSet<>();
        endpoints.each(document, (operation, method) -> used.addAll(known(operation.getTags())));
        List.copyOf(known(document.getTags())).stream().filter(tag -> !used.contains(tag.getName()))
                .forEach(document::removeTag);
    }

    private static <T> List<T> known(List<T> tags) {
        return tags == null ? List.of() : tags;
    }

    /** Of several resources under one tag the first that says anything. */
    private static void describe(List<Tag> tags, List<String> names, DotName resource) {
        if (tags != null && names != null) {
            tags.stream().filter(tag -> names.contains(tag.getName()) && tag.getDescription() == null)
                    .forEach(tag -> Docstrings.ofType(resource).ifPresent(tag::setDescription));
        }
    }

    private static void describe(Operation operation, MethodInfo method) {
        Docstrings.ofMethod(method).ifPresent(said -> {
            String first = Sentence.first(said);
            String rest = operation.getSummary() == null ? said.substring(first.length()).strip() : said;
            if (operation.getSummary() == null) {
                operation.setSummary(first.replaceAll("\\.$", ""));
            }
            if (operation.getDescription() == null) {
                operation.setDescription(rest.isEmpty() ? first : rest);
            }
        });
        Docstrings.ofAnswer(method).ifPresent(said -> operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2") && answer.getRef() == null) {
                answer.setDescription(said);
            }
        }));
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    private void describe(Parameter parameter, MethodInfo method, DescribedTypes types) {
        if (parameter.getSchema() != null) {
            method.parameters().stream().filter(one -> nameOf(one).equals(parameter.getName()))
                    .forEach(one -> types.describe(one.type(), List.of(parameter.getSchema())));
        }
        if (parameter.getRef() == null && parameter.getDescription() == null) {
            method.parameters().stream().flatMap(one -> said(one, method, parameter.getName()).stream()).findFirst()
                    .ifPresent(parameter::setDescription);
        }
    }

    /** By the parameter itself, or by the field of a bean of parameters. */
    private Optional<String> said(MethodParameterInfo parameter, MethodInfo method, String name) {
        return nameOf(parameter).equals(name)
                ? Docstrings.ofParameter(method, parameter.name())
                : Optional.ofNullable(index.getClassByName(parameter.type().name()))
                        .filter(bean -> bean.field(name) != null).flatMap(bean -> Docstrings.ofMember(bean.name(), name));
    }

    private static String nameOf(MethodParameterInfo parameter) {
        return Stream.of(RestPath.class, RestQuery.class, RestHeader.class).map(parameter::annotation).filter(Objects::nonNull)
                .map(AnnotationInstance::value).filter(Objects::nonNull).map(AnnotationValue::asString).findFirst()
                .orElse(parameter.name());
    }

    private static boolean isBody(MethodParameterInfo parameter) {
        return parameter.annotations().stream().map(AnnotationInstance::name).map(DotName::packagePrefix)
                .noneMatch(from -> from.startsWith("org.jboss.resteasy") || from.startsWith("jakarta.ws.rs"));
    }

    private static List<Schema> answered(Operation operation) {
        List<Schema> answered = new ArrayList<>();
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2")) {
                answered.addAll(schemas(answer.getContent()));
            }
        });
        return answered;
    }

    private static List<Schema> sent(Operation operation) {
        return operation.getRequestBody() == null ? List.of() : schemas(operation.getRequestBody().getContent());
    }

    private static List<Schema> schemas(Content content) {
        return content == null
                ? List.of()
                : content.getMediaTypes().values().stream().map(type -> type.getSchema()).filter(Objects::nonNull).toList();
    }
}
