package it.milanoaiuta.gateway.home;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.gateway.ask.Hubs;
import it.milanoaiuta.gateway.ask.Items;
import it.milanoaiuta.gateway.ask.Needs;
import it.milanoaiuta.gateway.ask.Shifts;

/** What is needed now. */
public record Home(
        @Schema(description = "Open shifts, the next first") List<Shifts.Shift> people,
        @Schema(description = "Published needs, the most urgent first") List<Needs.Need> goods,
        @Schema(description = "The items of the needs, by id") Map<UUID, Items.Item> items,
        List<Hubs.Hub> hubs,
        @Schema(description = "Services whose part is missing from this answer") List<String> missing) {}
