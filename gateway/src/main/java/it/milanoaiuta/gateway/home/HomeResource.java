package it.milanoaiuta.gateway.home;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import it.milanoaiuta.gateway.ask.Hubs;
import it.milanoaiuta.gateway.ask.Items;
import it.milanoaiuta.gateway.ask.Needs;
import it.milanoaiuta.gateway.page.Entry;
import it.milanoaiuta.gateway.page.FrameWords;
import it.milanoaiuta.gateway.page.Names;
import it.milanoaiuta.gateway.page.Page;

/** What is needed now: the first page. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Blocking
public class HomeResource {

    @CheckedTemplate(basePath = "home")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance home(Page page, Home home);
    }

    @Singleton
    static class InTheFrame extends Entry {

        InTheFrame() {
            super("/", 10, page -> page.words(HomeWords.class).home());
        }
    }

    @Inject
    Page page;

    @Inject
    ShowingHome showing;

    @GET
    @Operation(hidden = true)
    public String page() {
        return page.render(Templates.home(page, showing.in(page.lang())));
    }

    /** When a hub is open today; empty when it does not say. */
    @TemplateExtension
    static String openToday(Page page, Hubs.Hub hub) {
        if (hub.opening() == null || hub.opening().isEmpty()) {
            return "";
        }
        int today = page.today().getDayOfWeek().getValue();
        String hours = hub.opening().stream().filter(opening -> opening.weekday() == today).map(
                opening -> page.words(FrameWords.class).span(page.time(opening.opens()), page.time(opening.closes())))
                .collect(Collectors.joining(", "));
        HomeWords words = page.words(HomeWords.class);
        return hours.isEmpty() ? words.closedToday() : words.openToday(hours);
    }

    /** The goods, or the service, that a need's line asks for. */
    @TemplateExtension
    static String lineName(Page page, Map<UUID, Items.Item> items, Needs.NeedLine line) {
        return line.itemId() == null
                ? page.word("service", line.service())
                : Names.itemName(page, items, line.itemId(), null);
    }
}
