package it.milanoaiuta.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * What every service keeps, asked of its classes: a service's <code>ArchitectureTest</code> extends this, names its package, and adds
 * what is its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the classes are read once
public abstract class HouseRules {

    static final String PATH = "jakarta.ws.rs.Path";
    static final String ROLES = "jakarta.annotation.security.RolesAllowed";
    static final String OURS = "it.milanoaiuta.";
    private static final String IDEMPOTENT = "it.milanoaiuta.platform.requests.Idempotent";
    private static final String FROM_VAULT = "it.milanoaiuta.platform.data.vault.FromVault";

    private static final String WEB_EXCEPTION = "jakarta.ws.rs.WebApplicationException";
    static final String ENTITY = "jakarta.persistence.Entity";
    private static final List<String> SERVICES = List.of("volunteers", "donations", "foodhub", "gateway");

    /** Fields by which somebody is reached: in the vault, and nowhere in clear. */
    private static final Set<String> REACHED = Set.of("email", "phone", "telephone", "doorbell", "stair", "floor");

    /** The service's own, without its tests. */
    protected final JavaClasses classes;

    private final String service;

    /** @param service the last name of its package: <code>volunteers</code> */
    protected HouseRules(String service) {
        this.service = service;
        classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(OURS + service);
    }

    /** Each rule fails by itself where it finds nothing to judge (failOnEmptyShould); that it finds the right things is asked here. */
    @Test
    void the_rules_look_at_the_whole_service() {
        assertThat(classes.stream().filter(type -> type.isAnnotatedWith(PATH))).hasSizeGreaterThan(3);
        assertThat(classes.stream().filter(type -> type.isAnnotatedWith(ENTITY))).hasSizeGreaterThan(4);
        assertThatThrownBy(() -> noClasses().should().dependOnClassesThat().areAnnotatedWith(ENTITY).check(classes))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void business_things_depend_on_each_other_in_one_direction() {
        slices().matching(OURS + service + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    /**
     * Its packages from the ground up: each may use what stands in a line before it, and nothing of its own line or of later ones.
     * Empty while a service has not put its packages in an order.
     */
    protected List<Set<String>> layers() {
        return List.of();
    }

    @Test
    void packages_use_what_lies_below_them() {
        List<Set<String>> layers = layers();
        for (int i = 0; i < layers.size(); i++) {
            List<String> notBelow = layers.stream().skip(i).flatMap(Set::stream).toList();
            for (String name : layers.get(i)) {
                noClasses().that().resideInAPackage(inside(name)).should().dependOnClassesThat().resideInAnyPackage(
                        notBelow.stream().filter(other -> !other.equals(name)).map(this::inside).toArray(String[]::new))
                        .allowEmptyShould(false).check(classes);
            }
        }
    }

    @Test
    void each_package_has_its_place_in_the_order_and_says_what_it_is() {
        List<String> placed = layers().stream().flatMap(Set::stream).toList();
        if (placed.isEmpty()) {
            return;
        }
        assertThat(classes.stream().map(JavaClass::getPackageName).filter(name -> !name.equals(OURS + service))
                .map(name -> name.substring((OURS + service + ".").length()).split("\\.")[0])).containsOnlyElementsOf(placed);
        assertThat(placed).doesNotHaveDuplicates().allSatisfy(name -> assertThat(
                Path.of("src/main/java", (OURS + service).replace('.', '/'), name, "package-info.java")).exists());
    }

    private String inside(String name) {
        return OURS + service + "." + name + "..";
    }

    @Test
    void classes_are_named_after_the_business() {
        noClasses().should().haveNameMatching(".*\\w(Service|Utils?|Impl|Helper|Dto)").check(classes);
    }

    @Test
    void resources_are_named_by_what_they_serve() {
        classes().that().areAnnotatedWith(PATH).and().areNotInterfaces().should().haveSimpleNameEndingWith("Resource")
                .check(classes);
    }

    @Test
    void an_entity_never_goes_over_the_wire() {
        methods().that().areDeclaredInClassesThat().areAnnotatedWith(PATH).and().arePublic()
                .should(new ArchCondition<>("neither take nor give an entity") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                                .filter(type -> type.isAnnotatedWith(ENTITY))
                                .forEach(type -> events.add(SimpleConditionEvent.violated(method, method.getFullName())));
                    }
                }).check(classes);
    }

    /** Whoever catches another service's answer may look at it. */
    @Test
    void a_refusal_has_a_name_of_ours() {
        noClasses().should().beAssignableTo(WEB_EXCEPTION).orShould()
                .callConstructorWhere(target(owner(assignableTo(WEB_EXCEPTION)))).check(classes);
    }

    @Test
    void time_is_injected() {
        noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now").orShould()
                .callMethod(System.class, "currentTimeMillis").check(classes);
    }

    @Test
    void nothing_of_a_neighbour_is_known_but_its_events() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage(SERVICES.stream().filter(other -> !other.equals(service))
                .map(other -> OURS + other + "..").toArray(String[]::new)).check(classes);
    }

    /** What lies below it may change without the services. */
    @Test
    void of_event_delivery_the_api_alone_is_seen() {
        noClasses().should().dependOnClassesThat().resideInAPackage("it.milanoaiuta.platform.events.(*)..").check(classes);
    }

    @Test
    void every_post_may_be_repeated() {
        methods().that().areAnnotatedWith("jakarta.ws.rs.POST").and(not(name(postsThatOnlyRead()))).should()
                .beAnnotatedWith(IDEMPOTENT).check(classes);
    }

    /** Names of methods: POSTs because what is asked for may stand in no address. */
    protected Set<String> postsThatOnlyRead() {
        return Set.of();
    }

    private static DescribedPredicate<JavaMethod> name(Set<String> names) {
        return describe("named " + names, method -> names.contains(method.getName()));
    }

    /** In every answer that is kept to be given again, what was opened from the vault is marked, so that it is left out. */
    @Test
    void no_stored_answer_tells_how_somebody_is_reached() {
        methods().that()
                .areAnnotatedWith(IDEMPOTENT).should(new ArchCondition<>("mark what is @FromVault in their answers") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        Set<JavaClass> seen = new HashSet<>();
                        method.getReturnType().getAllInvolvedRawTypes()
                                .forEach(type -> unmarked(type, seen).forEach(field -> events.add(
                                        SimpleConditionEvent.violated(method,
                                                method.getFullName() + " answers " + field.getFullName()))));
                    }
                }).check(classes);
    }

    /** Each says in itself, or in a method beside it, from where on its caller may: who lost the right is not answered again. */
    @Test
    void every_idempotent_request_claims_its_key_once_its_caller_may() {
        methods().that().areAnnotatedWith(IDEMPOTENT)
                .should(new ArchCondition<>("claim their key") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        if (!inStatement(method) && !claims(method) && method.getMethodCallsFromSelf().stream()
                                .flatMap(call -> call.getTarget().resolveMember().stream())
                                .noneMatch(beside -> beside.getOwner().equals(method.getOwner()) && claims(beside))) {
                            events.add(SimpleConditionEvent.violated(method, method.getFullName() + " never claims its key"));
                        }
                    }
                }).check(classes);
    }

    /** A violated constraint is one by its name (SqlFailure.refusing), and not whichever it was. */
    @Test
    void a_violated_constraint_is_known_by_its_name() {
        noClasses().should().dependOnClassesThat()
                .haveFullyQualifiedName("org.hibernate.exception.ConstraintViolationException").check(classes);
    }

    /** What is under <code>/internal</code> answers the other services, and no person, whatever her role. */
    @Test
    void what_is_internal_is_for_services_alone() {
        classes().that(new DescribedPredicate<>("are internal") {
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
        }).allowEmptyShould(true).check(classes);
    }

    private static boolean inStatement(JavaMethod method) {
        return method.getAnnotationOfType(IDEMPOTENT).get("inStatement").filter(Boolean.TRUE::equals).isPresent();
    }

    private static boolean claims(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream().anyMatch(call -> call.getTargetOwner().getName()
                .equals("it.milanoaiuta.platform.requests.RequestKey") && call.getTarget().getName().equals("claim"));
    }

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
