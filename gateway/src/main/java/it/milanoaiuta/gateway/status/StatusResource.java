package it.milanoaiuta.gateway.status;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import it.milanoaiuta.gateway.ask.OnceASecond;
import it.milanoaiuta.gateway.ask.Services;
import it.milanoaiuta.gateway.page.Entry;
import it.milanoaiuta.gateway.page.Page;

/** Which parts are running: a page for people, JSON for programs; asked once a second, however many look. */
@ApplicationScoped
@Path("/status")
@Tag(name = "Status")
public class StatusResource {

    private static final int PATIENCE_MILLIS = 1_000;

    @CheckedTemplate(basePath = "status")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance status(Page page, List<Part> parts);
    }

    @Singleton
    static class InTheFrame extends Entry {

        InTheFrame() {
            super("/status", 110, page -> page.words(StatusWords.class).status());
        }
    }

    /**
     * A part of the platform.
     *
     * @param name a service's, or login
     * @param up it answered within a second that it is ready
     */
    public record Part(String name, boolean up) {}

    /**
     * Which parts are running.
     *
     * @param up all parts are
     * @param parts each service, and the login
     */
    public record Status(boolean up, List<Part> parts) {}

    @Inject
    Page page;

    @Inject
    Vertx vertx;

    @Inject
    Services services;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String login;

    private final OnceASecond<Status> status = new OnceASecond<>(this::ask);
    private HttpClient client;

    void connect(@Observes StartupEvent start) {
        client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(PATIENCE_MILLIS));
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(hidden = true)
    public String page() {
        return page.render(Templates.status(page, status.get().parts()));
    }

    /**
     * Answers which parts are running.
     * <p>
     * For everybody; asked once a second, however many look.
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Status json() {
        return status.get();
    }

    private Status ask() {
        Map<String, CompletableFuture<Boolean>> answers = new LinkedHashMap<>();
        new TreeMap<>(services.services())
                .forEach((name, service) -> answers.put(name, isWell(service.url() + "/q/health/ready")));
        answers.put("login", isWell(login + "/.well-known/openid-configuration"));
        List<Part> parts = new ArrayList<>();
        answers.forEach((name, answer) -> parts.add(new Part(name, answer.join())));
        return new Status(parts.stream().allMatch(Part::up), parts);
    }

    private CompletableFuture<Boolean> isWell(String address) {
        return client.request(new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(address))
                .compose(request -> request.send()).map(answer -> answer.statusCode() == 200).toCompletionStage()
                .toCompletableFuture().completeOnTimeout(false, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .exceptionally(unreachable -> false);
    }
}
