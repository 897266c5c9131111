package it.milanoaiuta.platform.web.http;

import java.util.Iterator;
import java.util.List;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;

import com.fasterxml.jackson.databind.JsonMappingException;

/** Names a field the way the caller wrote it: <code>lines[2].quantity</code>, <code>title[it]</code>, <code>limit</code>. */
final class FieldPath {

    private FieldPath() {}

    /**
     * @param path begins with the resource's method and its parameter; the parameter is the field's name only where it is not
     *        the body
     */
    static String of(Path path) {
        StringBuilder written = new StringBuilder();
        String parameter = "";
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() != ElementKind.METHOD && node.getKind() != ElementKind.CROSS_PARAMETER) {
                if (node.isInIterable()) {
                    Object element = node.getKey() == null ? node.getIndex() : node.getKey();
                    written.append('[').append(element == null ? "" : element).append(']');
                }
                if (node.getKind() == ElementKind.PROPERTY) {
                    written.append(written.isEmpty() ? "" : ".").append(node.getName());
                }
            }
        }
        return written.isEmpty() ? parameter : written.toString();
    }

    /** It is the body itself that is wrong, as there is none. Bodies are records, other parameters never are. */
    static boolean isBody(Path path) {
        Iterator<Path.Node> nodes = path.iterator();
        Path.Node method = nodes.next();
        Path.Node parameter = nodes.hasNext() ? nodes.next() : method;
        return parameter.getKind() == ElementKind.PARAMETER && !nodes.hasNext() && method.as(Path.MethodNode.class)
                .getParameterTypes().get(parameter.as(Path.ParameterNode.class).getParameterIndex()).isRecord();
    }

    static String of(List<JsonMappingException.Reference> path) {
        StringBuilder written = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                written.append('[').append(step.getIndex()).append(']');
            } else {
                written.append(written.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return written.toString();
    }
}
