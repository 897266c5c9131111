package it.milanoaiuta.platform.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What every service keeps, asked of its classes. */
public final class HouseRules {

    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String ROLES = "jakarta.annotation.security.RolesAllowed";
    private static final String OURS = "it.milanoaiuta.";
    private static final String IDEMPOTENT = "it.milanoaiuta.platform.events.Idempotent";
    private static final String FROM_VAULT = "it.milanoaiuta.platform.data.vault.FromVault";

    /** Fields by which somebody is reached: in the vault, and nowhere in clear. */
    private static final Set<String> REACHED = Set.of("email", "phone", "telephone", "doorbell", "stair", "floor");

    /** In every answer that is kept to be given again, what was opened from the vault is marked, so that it is left out. */
    public static final ArchRule NO_STORED_ANSWER_TELLS_HOW_SOMEBODY_IS_REACHED = methods().that()
            .areAnnotatedWith(IDEMPOTENT).should(new ArchCondition<>("mark what is @FromVault in their answers") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    Set<JavaClass> seen = new HashSet<>();
                    method.getReturnType().getAllInvolvedRawTypes()
                            .forEach(type -> unmarked(type, seen).forEach(field -> events.add(
                                    SimpleConditionEvent.violated(method,
                                            method.getFullName() + " answers " + field.getFullName()))));
                }
            });

    /** Each says in itself, or in a method beside it, from where on its caller may: who lost the right is not answered again. */
    public static final ArchRule EVERY_IDEMPOTENT_REQUEST_CLAIMS_ITS_KEY = methods().that().areAnnotatedWith(IDEMPOTENT)
            .should(new ArchCondition<>("claim their key") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    if (!inStatement(method) && !claims(method) && method.getMethodCallsFromSelf().stream()
                            .flatMap(call -> call.getTarget().resolveMember().stream())
                            .noneMatch(beside -> beside.getOwner().equals(method.getOwner()) && claims(beside))) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " never claims its key"));
                    }
                }
            });

    private static boolean inStatement(JavaMethod method) {
        return method.getAnnotationOfType(IDEMPOTENT).get("inStatement").filter(Boolean.TRUE::equals).isPresent();
    }

    private static boolean claims(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream().anyMatch(call -> call.getTargetOwner().getName()
                .equals("it.milanoaiuta.platform.events.RequestKey") && call.getTarget().getName().equals("claim"));
    }

    /** A violated constraint is one by its name (SqlFailure.refusing), and not whichever it was. */
    public static final ArchRule A_CONSTRAINT_IS_KNOWN_BY_ITS_NAME = noClasses().should().dependOnClassesThat()
            .haveFullyQualifiedName("org.hibernate.exception.ConstraintViolationException");

    /** What is under <code>/internal</code> answers the other services, and no person, whatever her role. */
    public static final ArchRule INTERNAL_IS_FOR_SERVICES_ALONE = classes().that(new DescribedPredicate<>("are internal") {
        @Override
        public boolean test(JavaClass type) {
            return type.tryGetAnnotationOfType(PATH).filter(path -> path.get("value").filter(value -> value.toString()
                    .startsWith("/internal")).isPresent()).isPresent();
        }
    }).should(new ArchCondition<>("allow the role service alone") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean alone = type.tryGetAnnotationOfType(ROLES).flatMap(roles -> roles.get("value"))
                    .filter(roles -> Arrays.equals((Object[]) roles, new Object[]{"service"})).isPresent()
                    && type.getMethods().stream().noneMatch(method -> method.isAnnotatedWith(ROLES)
                            || method.isAnnotatedWith("jakarta.annotation.security.PermitAll"));
            if (!alone) {
                events.add(SimpleConditionEvent.violated(type, type.getName() + " answers others than services"));
            }
        }
    }).allowEmptyShould(true);

    private HouseRules() {}

    private static Set<JavaField> unmarked(JavaClass type, Set<JavaClass> seen) {
        Set<JavaField> unmarked = new HashSet<>();
        if (!type.getName().startsWith(OURS) || type.isAnnotatedWith(FROM_VAULT) || !seen.add(type)) {
            return unmarked;
        }
        for (JavaField field : type.getFields()) {
            if (!field.isAnnotatedWith(FROM_VAULT)) {
                if (REACHED.contains(field.getName())) {
                    unmarked.add(field);
                }
                field.getType().getAllInvolvedRawTypes().forEach(inside -> unmarked.addAll(unmarked(inside, seen)));
            }
        }
        return unmarked;
    }
}
