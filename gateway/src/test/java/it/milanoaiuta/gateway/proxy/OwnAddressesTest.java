package it.milanoaiuta.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.gateway.Browser;
import it.milanoaiuta.gateway.LoginDouble;
import it.milanoaiuta.gateway.LookedAt;
import it.milanoaiuta.gateway.ServicesDouble;

@QuarkusTest
@QuarkusTestResource(LoginDouble.class)
@QuarkusTestResource(ServicesDouble.class)
class OwnAddressesTest {

    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"(/[^\"?#]*)");

    @TestHTTPResource("/")
    URI address;

    @Inject
    OwnAddresses own;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/status", "/app", "/app/logout", "/app/shifts", "/app/shifts/1", "/app/shifts/1/leave",
            "/app/hubs", "/assets/1/x", "/api/v1/home", "/api/v1/dashboard", "/api/v1/docs", "/api/v1/openapi.json",
            "/api/v1/openapi.yaml", "/api/v1/hubs/1/day"})
    void what_our_resources_answer_is_ours(String path) {
        assertThat(own.have(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1", "/api/v1/hubs", "/api/v1/hubs/1", "/api/v1/hubs/day", "/api/v1/hubs/1/day/2",
            "/api/v1/hubs/1/roster", "/api/v1/me/sign-ups", "/api/v1/home/1", "/api/v1/shifts/1", "/api/v1/figures"})
    void what_only_a_service_answers_is_not(String path) {
        assertThat(own.have(path)).isFalse();
    }

    @Test
    void every_link_and_form_of_every_page_leads_to_us() throws Exception {
        Browser browser = new Browser(address, UUID.randomUUID().toString());
        browser.open("/app/shifts");
        for (String page : LookedAt.Addresses.all()) {
            List<String> links = LINK.matcher(browser.open(page).body()).results().map(link -> link.group(1)).toList();
            assertThat(links).as(page).isNotEmpty()
                    .allMatch(link -> own.have(link) || page.equals(link),
                            "leads to an address of ours, or to the page itself");
        }
    }

    @Test
    void every_page_of_ours_is_looked_at() {
        List<Method> pages = new ClassFileImporter().importPackages("it.milanoaiuta.gateway").stream()
                .filter(type -> type.isAnnotatedWith(Path.class)).flatMap(type -> type.getMethods().stream())
                .map(JavaMethod::reflect).filter(OwnAddressesTest::isPage).toList();
        Set<String> templates = pages.stream()
                .map(page -> OwnAddresses.joined(page.getDeclaringClass().getAnnotation(Path.class),
                        page.getAnnotation(Path.class)))
                .collect(Collectors.toSet());
        AddressTree tree = new AddressTree(templates);
        assertThat(LookedAt.Addresses.all()).extracting(looked -> tree.templateOf(looked.replaceAll("\\?.*", "")).orElse(""))
                .containsAll(templates);
    }

    /** What answers with a whole page; an answer that may lead elsewhere is a Response. */
    private static boolean isPage(Method method) {
        Produces said = method.isAnnotationPresent(Produces.class)
                ? method.getAnnotation(Produces.class)
                : method.getDeclaringClass().getAnnotation(Produces.class);
        return method.isAnnotationPresent(GET.class) && method.getReturnType() == String.class && said != null
                && said.value()[0].startsWith("text/html");
    }
}
