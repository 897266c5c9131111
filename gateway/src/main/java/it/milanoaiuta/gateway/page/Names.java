package it.milanoaiuta.gateway.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.quarkus.qute.TemplateExtension;
import it.milanoaiuta.gateway.ask.Arrivals;
import it.milanoaiuta.gateway.ask.Items;
import it.milanoaiuta.gateway.ask.Shifts;

/** How things of the services are called on every screen that shows them; templates say <code>page.name(opportunity)</code>. */
@TemplateExtension
public final class Names {

    private Names() {}

    /** What a shift is called: its owner's words, else its task. */
    public static String name(Page page, Shifts.Opportunity opportunity) {
        return isTitled(page, opportunity) ? page.text(opportunity.title()) : page.word("task", opportunity.task());
    }

    public static boolean isTitled(Page page, Shifts.Opportunity opportunity) {
        return !page.text(opportunity.title()).isEmpty();
    }

    public static String itemName(Page page, Map<UUID, Items.Item> items, UUID id, String code) {
        Items.Item item = items.get(id);
        return item != null
                ? page.text(item.name())
                : code == null || code.isEmpty()
                        ? page.words(FrameWords.class).goods()
                        : code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What became of a line of an arrival. */
    public static String whatCame(Page page, Arrivals.ArrivalLine line) {
        FrameWords words = page.words(FrameWords.class);
        List<String> said = new ArrayList<>(List.of(page.amount(line.taken(), line.unit())));
        if (line.rejected().signum() > 0) {
            said.add(words.wasSentBack(page.amount(line.rejected(), line.unit())));
        }
        if (line.missing().signum() > 0) {
            said.add(words.wasMissing(page.amount(line.missing(), line.unit())));
        }
        return String.join(" · ", said);
    }
}
