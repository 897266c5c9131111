package it.milanoaiuta.journeys;

import static it.milanoaiuta.journeys.Catalogue.ISOLA;
import static it.milanoaiuta.journeys.Catalogue.LAMBRATE;
import static it.milanoaiuta.journeys.Catalogue.PASTA;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

/** What is not yours is not there: the same 404 as for what does not exist. */
class ForeignIdsTest {

    private final Steps steps = new Steps();

    @Test
    void a_manager_sees_and_moves_nothing_of_another_hub() {
        for (String path : List.of("/arrivals", "/stock", "/households", "/deliveries", "/parcels",
                "/roster?day=" + steps.today,
                "/help-requests")) {
            assertThat(steps.marco.get("/hubs/" + LAMBRATE + path).status()).as(path).isEqualTo(404);
            assertThat(steps.marco.get("/hubs/" + UUID.randomUUID() + path).status()).as(path).isEqualTo(404);
            assertThat(steps.visitor.get("/hubs/" + LAMBRATE + path).status()).as(path).isIn(401, 404);
        }
        steps.marco.post("/hubs/" + LAMBRATE + "/arrivals", Map.of("kind", "UNANNOUNCED", "fundingSource", "SURPLUS", "lines",
                List.of(Map.of("itemId", PASTA, "quantity", "1", "unit", "PIECE")))).expect(404);
        steps.marco.post("/transfers", Map.of("fromHubId", LAMBRATE, "toHubId", ISOLA, "lines",
                List.of(Map.of("itemId", PASTA, "quantity", "1", "unit", "PIECE")))).expect(404);
    }

    @Test
    void a_pending_need_is_its_owners_alone() {
        String need = steps.pendingNeed(steps.anna, PASTA, "5");
        steps.paolo.get("/needs/" + need).expect(404);
        steps.visitor.get("/needs/" + need).expect(404);
        steps.paolo.delete("/needs/" + need).expect(404);
        steps.anna.get("/needs/" + need).expect(200);
    }

    @Test
    void an_organisation_is_spoken_for_by_its_members_only() {
        String organisation = steps.city.organisationOf(steps.anna);
        steps.paolo.post("/needs", steps.need(organisation, PASTA, "5")).expect(404);
        steps.paolo.post("/organisations/" + organisation + "/members",
                Map.of("subject", steps.paolo.subject(), "role", "OWNER")).expect(404);
    }

    @Test
    void a_household_is_seen_by_its_hub_and_its_referrer() {
        String household = steps.register(steps.marco, ISOLA, 2);
        steps.marco.get("/households/" + household).expect(200);
        for (Person stranger : List.of(steps.sara, steps.anna, steps.giulia, steps.elena)) {
            assertThat(stranger.get("/households/" + household).status()).as(stranger.toString()).isEqualTo(404);
        }
    }

    @Test
    void nobody_reaches_what_is_not_routed() {
        for (String path : List.of("/figures", "/../internal/delivery/streams", "/internal/delivery/streams",
                "/operations/delivery/parked", "/q/metrics")) {
            assertThat(steps.elena.get(path).status()).as(path).isIn(400, 404);
        }
    }
}
