package it.milanoaiuta.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The house's rules, and what a test can hold of the one way to do a thing (CONTRIBUTING). */
public abstract class OneDialect extends HouseRules {

    private static final String TAG = "org.eclipse.microprofile.openapi.annotations.tags.Tag";
    private static final String CONFIG_MAPPING = "io.smallrye.config.ConfigMapping";
    private static final String SCHEDULED = "io.quarkus.scheduler.Scheduled";
    private static final String CREATED = "it.milanoaiuta.platform.web.Created.at(";

    private final String service;
    private final String named;

    /**
     * @param service the last name of its package: <code>foodhub</code>
     * @param named as its configuration calls it: <code>food-hub</code>
     */
    protected OneDialect(String service, String named) {
        super(service);
        this.service = service;
        this.named = named;
    }

    @Test
    void who_hears_a_topic_is_called_after_it() {
        classes().that().implement("it.milanoaiuta.platform.events.Hearing").should().haveSimpleNameEndingWith("Heard")
                .check(classes);
    }

    @Test
    void a_guard_says_what_must_be() {
        methods().that().haveNameMatching("(require|ensure|may|check)[A-Z].*|require|ensure").and()
                .haveNameNotMatching("check(In|Out).*").and(not(returning("boolean")))
                .should(new ArchCondition<>("be called must…") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                    }
                }).allowEmptyShould(true).check(classes);
    }

    @Test
    void who_may_come_in_is_said_of_the_whole_resource() {
        classes().that().areAnnotatedWith(PATH).and().areNotInterfaces().should()
                .beAnnotatedWith("io.quarkus.security.Authenticated")
                .orShould().beAnnotatedWith(ROLES).orShould().beAnnotatedWith("jakarta.annotation.security.PermitAll")
                .check(classes);
    }

    @Test
    void parameters_are_taken_in_one_way() {
        noClasses().should().dependOnClassesThat()
                .haveNameMatching("jakarta\\.ws\\.rs\\.(Path|Query|Header|Form|Cookie|Matrix)Param").check(classes);
    }

    @Test
    void every_resource_stands_under_a_tag_with_a_capital() {
        classes().that().areAnnotatedWith(PATH).and().areNotInterfaces()
                .should(new ArchCondition<>("have a tag with a capital") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!valueOf(type, TAG, "name").matches("[A-Z].*")) {
                            events.add(SimpleConditionEvent.violated(type, type.getName()));
                        }
                    }
                }).check(classes);
    }

    /** By a factory that is named after what happens, and methods for what it does and for what others read. */
    @Test
    void an_entity_is_changed_by_itself_alone() {
        List<JavaClass> entities = classes.stream().filter(type -> type.isAnnotatedWith(ENTITY)).toList();
        assertThat(entities.stream().filter(OneDialect::isOpen).map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(entitiesStillOpen());
    }

    /** Simple names of entities whose fields others write yet: the list only ever becomes shorter. */
    protected Set<String> entitiesStillOpen() {
        return Set.of();
    }

    private static boolean isOpen(JavaClass entity) {
        return entity.getFields().stream()
                .anyMatch(field -> !field.getModifiers().contains(JavaModifier.STATIC)
                        && !field.getModifiers().contains(JavaModifier.PRIVATE))
                || entity.getMethods().stream().anyMatch(method -> method.getName().matches("set[A-Z].*"));
    }

    @Test
    void what_was_made_is_said_with_its_address() {
        methods().that(describe("answer 201", OneDialect::answers201))
                .should(new ArchCondition<>("say the address of what was made") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        if (!created(method) && method.getMethodCallsFromSelf().stream()
                                .flatMap(call -> call.getTarget().resolveMember().stream())
                                .noneMatch(beside -> beside.getOwner().equals(method.getOwner()) && created(beside))) {
                            events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                        }
                    }
                }).check(classes);
        noClasses().should().accessField("org.jboss.resteasy.reactive.RestResponse$Status", "CREATED").orShould()
                .accessField("jakarta.ws.rs.core.Response$Status", "CREATED").check(classes);
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
        classes().that().areAnnotatedWith(CONFIG_MAPPING).should(new ArchCondition<>("begin with the service's name") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!valueOf(type, CONFIG_MAPPING, "prefix").startsWith(named + ".")) {
                    events.add(SimpleConditionEvent.violated(type, type.getName()));
                }
            }
        }).allowEmptyShould(true).check(classes);
    }

    @Test
    void how_often_scheduled_work_runs_may_be_said() {
        methods().that().areAnnotatedWith(SCHEDULED).should(new ArchCondition<>("run every ${" + named + ".….every:…}") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                String every = method.getAnnotationOfType(SCHEDULED).get("every").map(Object::toString).orElse("");
                if (!every.matches("\\$\\{" + named + "\\.[a-z-]+\\.every:\\w+}")) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + ": " + every));
                }
            }
        }).check(classes);
    }

    @Test
    void tests_are_sentences_and_speak_as_one() {
        JavaClasses tests = new ClassFileImporter().withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages(OURS + service);
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("org.junit.jupiter.api.Assertions").check(tests);
        methods().that().areAnnotatedWith(Test.class).or().areAnnotatedWith("org.junit.jupiter.params.ParameterizedTest")
                .should().haveNameMatching("[a-z][a-z0-9]*(_[a-z0-9]+)+").check(tests);
    }

    private static DescribedPredicate<JavaMethod> returning(String type) {
        return describe("returning " + type, method -> method.getRawReturnType().getName().equals(type));
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

    /** Empty without that annotation. */
    private static String valueOf(JavaClass type, String annotation, String property) {
        return type.tryGetAnnotationOfType(annotation).flatMap(present -> present.get(property)).map(Object::toString)
                .orElse("");
    }
}
