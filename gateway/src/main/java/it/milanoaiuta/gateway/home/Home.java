package it.milanoaiuta.gateway.home;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import it.milanoaiuta.gateway.ask.Hubs;
import it.milanoaiuta.gateway.ask.Items;
import it.milanoaiuta.gateway.ask.Needs;
import it.milanoaiuta.gateway.ask.Shifts;

/**
 * What is needed now.
 *
 * @param people open shifts, the next first; at most 20
 * @param goods published needs, the most urgent first; at most 20
 * @param items the items of the catalogue, by id: those that the needs ask for are among them
 * @param hubs the city's hubs
 * @param missing services whose part is missing from this answer; empty when all answered
 */
public record Home(
        List<Shifts.Shift> people,
        List<Needs.Need> goods,
        Map<UUID, Items.Item> items,
        List<Hubs.Hub> hubs,
        List<String> missing) {}
