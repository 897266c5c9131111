package it.milanoaiuta.gateway.hub;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import it.milanoaiuta.gateway.ask.Arrivals;
import it.milanoaiuta.gateway.ask.Hubs;
import it.milanoaiuta.gateway.ask.Items;

/**
 * A hub's day, for its managers.
 *
 * @param id the hub
 * @param hub null when it could not be asked
 * @param day Europe/Rome
 * @param arrivals goods that come, or came, that day; those still to be received first
 * @param roster confirmed volunteers
 * @param openTasks how many tasks are open, whatever the day, at most 100 counted; null when they could not be asked
 * @param items the items of the catalogue, by id: those of the arrivals are among them
 * @param missing services whose part is missing from this answer; empty when all answered
 */
public record HubDay(UUID id, Hubs.Hub hub, LocalDate day, List<Arrivals.Arrival> arrivals, List<Hubs.RosterPlace> roster,
        Integer openTasks, Map<UUID, Items.Item> items, List<String> missing) {}
