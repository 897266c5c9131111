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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName.AndFullName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;

/**
 * What every service keeps, asked of its classes, and what a test can hold of the one way to do a thing (CONTRIBUTING): a service's
 * <code>ArchitectureTest</code> extends this, names its package and the order of its packages, and adds what is its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the classes are read once
public abstract class HouseRules {

    private static final String OURS = "it.milanoaiuta.";
    private static final List<String> SERVICES = List.of("volunteers", "donations", "foodhub", "gateway");

    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String ROLES = "jakarta.annotation.security.RolesAllowed";
    private static final String EVERYBODY = "jakarta.annotation.security.PermitAll";
    private static final String WEB_EXCEPTION = "jakarta.ws.rs.WebApplicationException";
    private static final String TAG = "org.eclipse.microprofile.openapi.annotations.tags.Tag";
    private static final Set<String> DESCRIBING = Set.of(TAG, "org.eclipse.microprofile.openapi.annotations.Operation",
            "org.eclipse.microprofile.openapi.annotations.media.Schema",
            "org.eclipse.microprofile.openapi.annotations.parameters.Parameter");
    private static final String CREATED = "it.milanoaiuta.platform.web.Created.at(";
    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final String IDEMPOTENT = "it.milanoaiuta.platform.requests.Idempotent";
    private static final String FROM_VAULT = "it.milanoaiuta.platform.data.vault.FromVault";
    private static final String CONFIG_MAPPING = "io.smallrye.config.ConfigMapping";
    private static final String SCHEDULED = "io.quarkus.scheduler.Scheduled";

    /** Fields by which somebody is reached: in the vault, and nowhere in clear. */
    private static final Set<String> REACHED = Set.of("email", "phone", "telephone", "doorbell", "stair", "floor");

    /** The service's own, without its tests. */
    protected final JavaClasses classes;

    private final String base;
    private final String service;
    private final String named;

    /**
     * @param service the last name of its package: <code>foodhub</code>
     * @param named as its configuration calls it: <code>food-hub</code>
     */
    protected HouseRules(String service, String named) {
        this.service = service;
        this.named = named;
        base = OURS + service;
        classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(base);
    }

    /** Each rule fails by itself where it finds nothing to judge (failOnEmptyShould); that it finds the right things is asked here. */
    @Test
    void the_rules_look_at_the_whole_service() {
        assertThat(classes.stream().filter(type -> type.isAnnotatedWith(PATH))).hasSizeGreaterThan(3);
        assertThat(entities()).hasSizeGreaterThan(4);
        assertThatThrownBy(() -> noClasses().should().dependOnClassesThat().areAnnotatedWith(ENTITY).check(classes))
                .isInstanceOf(AssertionError.class);
    }

    // packages and names

    /**
     * Its packages from the ground up: each may use what stands in a line before it, and nothing of its own line or of later ones.
     */
    protected abstract List<Set<String>> layers();

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
    void each_package_has_its_place_in_the_order() {
        List<String> placed = layers().stream().flatMap(Set::stream).toList();
        assertThat(placed).hasSizeGreaterThan(2).doesNotHaveDuplicates();
        assertThat(packages().stream().map(name -> name.split("\\.")[0])).containsOnlyElementsOf(placed);
    }

    @Test
    void each_package_says_what_it_is() {
        assertThat(packages()).allSatisfy(name -> assertThat(
                Path.of("src/main/java", base.replace('.', '/'), name.replace('.', '/'), "package-info.java")).exists());
    }

    /** Those that lie inside another too. */
    @Test
    void business_things_depend_on_each_other_in_one_direction() {
        slices().matching(base + ".(**)").should().beFreeOfCycles().check(classes);
    }

    /** Those of its classes, named from its own on. */
    private Set<String> packages() {
        Set<String> names = new HashSet<>();
        classes.stream().map(JavaClass::getPackageName).filter(name -> !name.equals(base))
                .forEach(name -> names.add(name.substring(base.length() + 1)));
        return names;
    }

    private String inside(String name) {
        return base + "." + name + "..";
    }

    @Test
    void classes_are_named_after_the_business() {
        noClasses().should().haveNameMatching(".*\\w(Service|Utils?|Impl|Helper|Dto)").check(classes);
    }

    @Test
    void a_guard_says_what_must_be() {
        methods().that().haveNameMatching("(require|ensure|may|check)[A-Z].*|require|ensure").and()
                .haveNameNotMatching("check(In|Out).*")
                .should(comply("say must…, or answer yes or no",
                        method -> method.getRawReturnType().getName().equals("boolean")))
                .allowEmptyShould(true).check(classes);
    }

    /** Whoever catches another service's answer may look at it. */
    @Test
    void a_refusal_has_a_name_of_ours() {
        noClasses().should().beAssignableTo(WEB_EXCEPTION).orShould()
                .callConstructorWhere(target(owner(assignableTo(WEB_EXCEPTION)))).check(classes);
    }

    // resources

    private static GivenClassesConjunction resources() {
        return classes().that().areAnnotatedWith(PATH).and().areNotInterfaces();
    }

    @Test
    void resources_are_named_by_what_they_serve() {
        resources().should().haveSimpleNameEndingWith("Resource").check(classes);
    }

    @Test
    void every_resource_stands_under_a_tag_with_a_capital() {
        resources().should(comply("have a tag with a capital", type -> valueOf(type, TAG, "name").matches("[A-Z].*")))
                .check(classes);
    }

    /** Once, at the thing itself: the build carries docstrings into the API's document. */
    @Test
    void what_the_contract_says_of_a_thing_is_its_docstring() {
        classes().should(comply("leave the words to docstrings",
                type -> annotations(type).noneMatch(HouseRules::describes))).check(classes);
    }

    private static Stream<JavaAnnotation<?>> annotations(JavaClass type) {
        Stream.Builder<JavaAnnotation<?>> all = Stream.builder();
        type.getAnnotations().forEach(all);
        type.getFields().forEach(field -> field.getAnnotations().forEach(all));
        type.getMethods().forEach(method -> {
            method.getAnnotations().forEach(all);
            method.getParameters().forEach(parameter -> parameter.getAnnotations().forEach(all));
        });
        return all.build();
    }

    private static boolean describes(JavaAnnotation<?> annotation) {
        return DESCRIBING.contains(annotation.getRawType().getName()) && Stream.of("summary", "description")
                .anyMatch(word -> annotation.get(word).filter(said -> !said.equals("")).isPresent());
    }

    @Test
    void who_may_come_in_is_said_of_the_whole_resource() {
        resources().should().beAnnotatedWith("io.quarkus.security.Authenticated").orShould().beAnnotatedWith(ROLES)
                .orShould().beAnnotatedWith(EVERYBODY).check(classes);
    }

    /** What is under <code>/internal</code> answers the other services, and no person, whatever her role. */
    @Test
    void what_is_internal_is_for_services_alone() {
        classes().that(describe("are internal", type -> valueOf(type, PATH, "value").startsWith("/internal")))
                .should(comply("allow the role service alone", HouseRules::isForServicesAlone)).allowEmptyShould(true)
                .check(classes);
    }

    private static boolean isForServicesAlone(JavaClass type) {
        return type.tryGetAnnotationOfType(ROLES).flatMap(roles -> roles.get("value"))
                .filter(roles -> Arrays.equals((Object[]) roles, new Object[]{"service"})).isPresent()
                && type.getMethods().stream()
                        .noneMatch(method -> method.isAnnotatedWith(ROLES) || method.isAnnotatedWith(EVERYBODY));
    }

    @Test
    void parameters_are_taken_in_one_way() {
        noClasses().should().dependOnClassesThat()
                .haveNameMatching("jakarta\\.ws\\.rs\\.(Path|Query|Header|Form|Cookie|Matrix)Param").check(classes);
    }

    @Test
    void what_was_made_is_said_with_its_address() {
        methods().that(describe("answer 201", HouseRules::answers201))
                .should(comply("say the address of what was made", method -> itOrOneBeside(method, HouseRules::created)))
                .check(classes);
        noClasses().should().accessField("org.jboss.resteasy.reactive.RestResponse$Status", "CREATED").orShould()
                .accessField("jakarta.ws.rs.core.Response$Status", "CREATED").check(classes);
    }

    private static boolean answers201(JavaMethod method) {
        return method.tryGetAnnotationOfType("org.jboss.resteasy.reactive.ResponseStatus")
                .flatMap(status -> status.get("value"))
                .filter(Integer.valueOf(201)::equals).isPresent();
    }

    private static boolean created(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream().map(call -> call.getTarget().getFullName())
                .anyMatch(called -> called.startsWith(CREATED) || called.contains("ResponseBuilder.created("));
    }

    // requests that may be repeated

    @Test
    void every_post_may_be_repeated() {
        methods().that().areAnnotatedWith("jakarta.ws.rs.POST")
                .and(not(describe("only read", method -> postsThatOnlyRead().contains(method.getName())))).should()
                .beAnnotatedWith(IDEMPOTENT).check(classes);
    }

    /** Names of methods: POSTs because what is asked for may stand in no address. */
    protected Set<String> postsThatOnlyRead() {
        return Set.of();
    }

    /** Each says in itself, or in a method beside it, from where on its caller may: who lost the right is not answered again. */
    @Test
    void every_idempotent_request_claims_its_key_once_its_caller_may() {
        methods().that().areAnnotatedWith(IDEMPOTENT).should(comply("claim their key",
                method -> inStatement(method) || itOrOneBeside(method, HouseRules::claims))).check(classes);
    }

    private static boolean inStatement(JavaMethod method) {
        return method.getAnnotationOfType(IDEMPOTENT).get("inStatement").filter(Boolean.TRUE::equals).isPresent();
    }

    private static boolean claims(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream().anyMatch(call -> call.getTargetOwner().getName()
                .equals("it.milanoaiuta.platform.requests.RequestKey") && call.getTarget().getName().equals("claim"));
    }

    /** In every answer that is kept to be given again, what was opened from the vault is marked, so that it is left out. */
    @Test
    void no_stored_answer_tells_how_somebody_is_reached() {
        methods().that().areAnnotatedWith(IDEMPOTENT)
                .should(comply("mark what is @FromVault in their answers", HouseRules::unmarked, JavaField::getFullName))
                .check(classes);
    }

    private static Set<JavaField> unmarked(JavaMethod method) {
        Set<JavaClass> seen = new HashSet<>();
        Set<JavaField> unmarked = new HashSet<>();
        method.getReturnType().getAllInvolvedRawTypes().forEach(type -> unmarked.addAll(unmarked(type, seen)));
        return unmarked;
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

    // entities and the database

    private List<JavaClass> entities() {
        return classes.stream().filter(type -> type.isAnnotatedWith(ENTITY)).toList();
    }

    @Test
    void an_entity_never_goes_over_the_wire() {
        methods().that().areDeclaredInClassesThat().areAnnotatedWith(PATH).and().arePublic()
                .should(comply("neither take nor give an entity", method -> Stream
                        .concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                        .noneMatch(type -> type.isAnnotatedWith(ENTITY))))
                .check(classes);
    }

    /** By a factory that is named after what happens, and methods for what it does and for what others read. */
    @Test
    void an_entity_is_changed_by_itself_alone() {
        assertThat(entities().stream().filter(HouseRules::isOpen)).isEmpty();
    }

    /** What it has of a superclass included; only who extends it may call a constructor that takes something. */
    private static boolean isOpen(JavaClass entity) {
        return entity.getConstructors().stream().anyMatch(made -> !made.getRawParameterTypes().isEmpty()
                && !made.getModifiers().contains(JavaModifier.PRIVATE) && !made.getModifiers().contains(JavaModifier.PROTECTED))
                || entity.getAllFields().stream()
                        .anyMatch(field -> !field.getModifiers().contains(JavaModifier.STATIC)
                                && !field.getModifiers().contains(JavaModifier.PRIVATE))
                || entity.getMethods().stream().anyMatch(
                        method -> method.getName().matches("set[A-Z].*") && !method.getRawParameterTypes().isEmpty());
    }

    /** A violated constraint is one by its name (SqlFailure.refusing), and not whichever it was. */
    @Test
    void a_violated_constraint_is_known_by_its_name() {
        noClasses().should().dependOnClassesThat()
                .haveFullyQualifiedName("org.hibernate.exception.ConstraintViolationException").check(classes);
    }

    /** Each statement has its own, with typed columns: nothing is read by the number or the name of a column. */
    @Test
    void what_plain_sql_finds_is_a_record() {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("jakarta.persistence.Tuple").orShould()
                .callMethodWhere(describe("a query says of no class what it finds",
                        call -> call.getName().equals("createNativeQuery")
                                && call.getTarget().getRawParameterTypes().size() == 1))
                .check(classes);
        assertThat(classes.stream().flatMap(type -> type.getCodeUnits().stream())
                .flatMap(unit -> unit.getReferencedClassObjects().stream()).map(found -> found.getValue().getName()))
                .doesNotContain(Object[].class.getName());
    }

    // neighbours

    @Test
    void nothing_of_a_neighbour_is_known_but_its_events() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage(SERVICES.stream().filter(other -> !other.equals(service))
                .map(other -> OURS + other + "..").toArray(String[]::new)).check(classes);
    }

    @Test
    void who_hears_a_topic_is_called_after_it() {
        classes().that().implement("it.milanoaiuta.platform.events.Hearing").should().haveSimpleNameEndingWith("Heard")
                .check(classes);
    }

    /** What lies below it may change without the services. */
    @Test
    void of_event_delivery_the_api_alone_is_seen() {
        noClasses().should().dependOnClassesThat().resideInAPackage("it.milanoaiuta.platform.events.(*)..").check(classes);
    }

    // time, numbers, work

    @Test
    void time_is_injected() {
        noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now").orShould()
                .callMethod(System.class, "currentTimeMillis").check(classes);
    }

    @Test
    void days_are_the_citys() {
        noClasses().should().callMethod(LocalDate.class, "now", Clock.class).orShould()
                .callMethod(LocalDate.class, "now", ZoneId.class).orShould().callMethod(ZoneId.class, "of", String.class)
                .check(classes);
    }

    @Test
    void numbers_of_rules_are_typed_and_belong_to_the_service() {
        noClasses().should().dependOnClassesThat().haveNameMatching(".*\\.ConfigProperty").check(classes);
        classes().that().areAnnotatedWith(CONFIG_MAPPING).should(comply("begin with the service's name",
                type -> valueOf(type, CONFIG_MAPPING, "prefix").startsWith(named + "."))).allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void how_often_scheduled_work_runs_may_be_said() {
        methods().that().areAnnotatedWith(SCHEDULED).should(comply("run every ${" + named + ".….every:…}",
                method -> method.getAnnotationOfType(SCHEDULED).get("every").filter(every -> every.toString()
                        .matches("\\$\\{" + named + "\\.[a-z-]+\\.every:\\w+}")).isPresent()))
                .check(classes);
    }

    // tests

    @Test
    void tests_are_sentences_and_speak_as_one() {
        JavaClasses tests = new ClassFileImporter().withImportOption(new ImportOption.OnlyIncludeTests()).importPackages(base);
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("org.junit.jupiter.api.Assertions").check(tests);
        methods().that().areAnnotatedWith(Test.class).or().areAnnotatedWith("org.junit.jupiter.params.ParameterizedTest")
                .should().haveNameMatching("[a-z][a-z0-9]*(_[a-z0-9]+)+").check(tests);
    }

    // how the rules ask

    private static <T extends AndFullName> ArchCondition<T> comply(String what, Predicate<T> does) {
        return comply(what, item -> does.test(item) ? Set.of() : Set.of(item), AndFullName::getFullName);
    }

    /** @param breaches what of it breaks the rule */
    private static <T extends AndFullName, B> ArchCondition<T> comply(String what, Function<T, Set<B>> breaches,
            Function<B, String> named) {
        return new ArchCondition<>(what) {
            @Override
            public void check(T item, ConditionEvents events) {
                breaches.apply(item).forEach(breach -> events.add(SimpleConditionEvent.violated(item,
                        "%s does not %s: %s".formatted(item.getFullName(), what, named.apply(breach)))));
            }
        };
    }

    /** Itself, or a method of its own class that it calls. */
    private static boolean itOrOneBeside(JavaMethod method, Predicate<JavaMethod> does) {
        return does.test(method) || method.getMethodCallsFromSelf().stream()
                .flatMap(call -> call.getTarget().resolveMember().stream())
                .anyMatch(beside -> beside.getOwner().equals(method.getOwner()) && does.test(beside));
    }

    /** Empty without that annotation. */
    private static String valueOf(JavaClass type, String annotation, String property) {
        return type.tryGetAnnotationOfType(annotation).flatMap(present -> present.get(property)).map(Object::toString)
                .orElse("");
    }
}
