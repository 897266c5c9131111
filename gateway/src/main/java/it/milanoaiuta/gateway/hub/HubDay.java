package it.milanoaiuta.gateway.hub;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.gateway.ask.Arrivals;
import it.milanoaiuta.gateway.ask.Hubs;
import it.milanoaiuta.gateway.ask.Items;

/** A hub's day, for its managers. */
public record HubDay(UUID id, @Schema(description = "Null when it could not be asked") Hubs.Hub hub, LocalDate day,
        @Schema(description = "Goods that come, or came, that day; those still to be received first") List<Arrivals.Arrival> arrivals,
        @Schema(description = "Confirmed volunteers") List<Hubs.RosterPlace> roster,
        @Schema(description = "How many tasks are open, whatever the day, at most 100 counted; null when they could not be asked") Integer openTasks,
        @Schema(description = "The items of the arrivals, by id") Map<UUID, Items.Item> items,
        @Schema(description = "Services whose part is missing from this answer") List<String> missing) {}
