package it.milanoaiuta.accounts;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.keycloak.authentication.ValidationContext;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;

/** What Keycloak's own registration finds wrong with a form, kept from the page until somebody has looked at it. */
final class Complaints {

    private static final Set<String> EXISTS = Set.of(Messages.EMAIL_EXISTS, Messages.USERNAME_EXISTS);
    private static final Set<String> VERDICTS = Set.of("validationError", "error", "success", "excludeOtherErrors");

    private final List<FormMessage> complaints = new ArrayList<>();

    /** The form, for one who is to judge it. */
    ValidationContext about(ValidationContext form) {
        return (ValidationContext) Proxy.newProxyInstance(Complaints.class.getClassLoader(),
                new Class<?>[]{ValidationContext.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("validationError")) {
                        ((List<?>) arguments[1]).forEach(complaint -> complaints.add((FormMessage) complaint));
                    }
                    try {
                        return VERDICTS.contains(method.getName()) ? null : method.invoke(form, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    List<FormMessage> withoutWhatExists() {
        return complaints.stream().filter(complaint -> !EXISTS.contains(complaint.getMessage())).toList();
    }
}
