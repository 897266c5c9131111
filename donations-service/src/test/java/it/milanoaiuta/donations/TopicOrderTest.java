package it.milanoaiuta.donations;

import static it.milanoaiuta.donations.City.APPLES;
import static it.milanoaiuta.donations.City.gift;
import static it.milanoaiuta.donations.City.hub;
import static it.milanoaiuta.donations.City.named;
import static it.milanoaiuta.donations.City.need;
import static it.milanoaiuta.donations.City.organisationOf;
import static it.milanoaiuta.donations.City.sql;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.donations.City.Gift;
import it.milanoaiuta.donations.City.Need;
import it.milanoaiuta.platform.testing.EveryOrder;
import it.milanoaiuta.platform.web.Ids;

@QuarkusTest
class TopicOrderTest extends EveryOrder<TopicOrderTest.World> {

    @Inject
    Teller teller;

    @Override
    protected List<Story<World>> stories() {
        return List.of(new Story<>("a need, a gift, and who may act for whom", everything(), Map.of("all", World::state),
                Map.of()));
    }

    private List<Life<World>> everything() {
        return List.of(
                life("volunteers.organisations",
                        told("MemberJoined", city -> Map.of("organisationId", city.stranger, "subject", city.bea)),
                        told("OrganisationVerified", city -> Map.of("organisationId", city.stranger))),
                life("volunteers.organisations",
                        told("MemberJoined", city -> Map.of("organisationId", city.owner, "subject", city.bea)),
                        told("MemberLeft", city -> Map.of("organisationId", city.owner, "subject", city.anna)),
                        told("OrganisationSuspended", city -> Map.of("organisationId", city.owner)),
                        told("OrganisationReinstated", city -> Map.of("organisationId", city.owner)),
                        told("OrganisationSuspended", city -> Map.of("organisationId", city.owner))),
                life("food-hub.hubs",
                        told("HubOpened", city -> Map.of("hubId", city.newHub, "municipio", 4)),
                        told("ManagerNamed", city -> named(city.newHub, city.anna, LocalDate.EPOCH, null)),
                        told("ManagerNamed", city -> named(city.newHub, city.bea, LocalDate.EPOCH, null)),
                        told("ManagerRemoved", city -> Map.of("hubId", city.newHub, "subject", city.anna))),
                life("food-hub.hubs",
                        told("IntakePaused", city -> Map.of("hubId", city.hub)),
                        told("HubChanged", city -> Map.of("hubId", city.hub, "municipio", 7)),
                        told("IntakeResumed", city -> Map.of("hubId", city.hub)),
                        told("IntakePaused", city -> Map.of("hubId", city.hub))),
                life("food-hub.receipts",
                        told("DonationReceived", city -> city.arrival(0, false, "6", "0", "0")),
                        told("ReceiptUndone", city -> city.arrival(0, false, "0", "0", "0")),
                        told("DonationReceived", city -> city.arrival(0, true, "9", "2", "0"))),
                life("food-hub.receipts",
                        told("DonationReceived", city -> city.arrival(1, true, "8", "0", "1"))),
                life("food-hub.deliveries",
                        told("DeliveryPlanned", city -> city.delivery(0, Map.of("quantity", "9"))),
                        told("DeliveryPlanned", city -> city.delivery(0, Map.of("quantity", "10"))),
                        told("DeliveryConfirmed", city -> city.delivery(0, Map.of("delivered", "8", "returned", "2"))),
                        told("DeliveryReturned", city -> Map.of("deliveryId", city.deliveries.get(0)))),
                life("food-hub.deliveries",
                        told("DeliveryPlanned", city -> city.delivery(1, Map.of("quantity", "7"))),
                        told("DeliveryCancelled", city -> Map.of("deliveryId", city.deliveries.get(1)))),
                life("food-hub.deliveries",
                        told("DeliveryPlanned", city -> city.delivery(2, Map.of("quantity", "5")))));
    }

    @Override
    protected World world() {
        return new World();
    }

    @Override
    protected void tell(String topic, String type, Map<String, ?> payload) {
        teller.tell(type, payload);
    }

    @Override
    protected Map<String, Set<String>> heard() {
        return teller.heard();
    }

    @Override
    protected void mustHoldInTheEnd() {
        assertThat(sql("select count(*) from coverage_difference")).isEqualTo(0L);
    }

    /** A need of twenty kilograms that one gift covers, and an organisation and a hub nobody has heard of yet. */
    static class World {

        final UUID anna = UUID.randomUUID();
        final UUID bea = UUID.randomUUID();
        final UUID owner = organisationOf(anna);
        final UUID stranger = Ids.next();
        final UUID hub = hub(3);
        final UUID newHub = Ids.next();
        final List<UUID> arrivals = List.of(Ids.next(), Ids.next());
        final List<UUID> deliveries = List.of(Ids.next(), Ids.next(), Ids.next());
        final Need need = need(owner).forGoods(APPLES, "20", "KG").publishedBy(anna);
        final Gift gift = gift().at(hub).to(need.line(), APPLES, "20", "KG").pledgedBy(UUID.randomUUID());

        Map<String, Object> arrival(int which, boolean closed, String accepted, String rejected, String missing) {
            return Map.of("arrivalId", arrivals.get(which), "donationId", gift.id(), "closed", closed, "lines", List.of(Map.of(
                    "donationLineId", gift.line(), "accepted", accepted, "rejected", rejected, "missing", missing)));
        }

        Map<String, Object> delivery(int which, Map<String, String> goods) {
            Map<String, Object> line = new HashMap<>(goods);
            line.put("needLineId", need.line());
            line.put("donationLineId", gift.line());
            return Map.of("deliveryId", deliveries.get(which), "lines", List.of(line));
        }

        /** Everything this service keeps of it, ids left out. */
        String state() {
            return Arrays.toString((Object[]) sql("""
                    select (select string_agg(state, ',' order by id) from organisation where id in ('%1$s', '%2$s')) organisations,
                      (select count(*) from organisation_member where organisation_id in ('%1$s', '%2$s')) members,
                      (select string_agg(municipio || ' ' || intake_paused, ',' order by id) from hub
                       where id in ('%3$s', '%4$s')) hubs,
                      (select count(*) from hub_manager where hub_id in ('%3$s', '%4$s')) managers,
                      (select concat_ws(' ', promised, in_transit, received) from need_line where id = '%5$s') line,
                      (select state from need where id = '%6$s') need,
                      (select concat_ws(' ', state, withdrawn) from donation where id = '%7$s') donation,
                      (select concat_ws(' ', accepted, rejected, missing, delivered) from donation_line
                       where donation_id = '%7$s') goods
                    """.formatted(owner, stranger, hub, newHub, need.line(), need.id(), gift.id())));
        }
    }
}
