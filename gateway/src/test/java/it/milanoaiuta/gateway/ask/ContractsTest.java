package it.milanoaiuta.gateway.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractsTest {

    private static final Contracts CONTRACTS = new Contracts();

    /** The values that code and templates of ours compare with. */
    @ParameterizedTest
    @CsvSource({"volunteers, /api/v1/me/sign-ups, items.state, REQUESTED CONFIRMED WAITING",
            "volunteers, /api/v1/shifts, items.state, OPEN CANCELLED",
            "food-hub, /api/v1/hubs/{id}/arrivals, items.kind, DONATION",
            "food-hub, /api/v1/hubs/{id}/arrivals, items.state, EXPECTED RECEIVING CLOSED",
            "food-hub, /api/v1/hubs/{id}/arrivals, items.withdrawn, MOVED",
            "food-hub, /api/v1/hubs/{id}/arrivals, items.receipts.state, TO_SETTLE",
            "food-hub, /api/v1/hubs/{id}/arrivals, items.lines.storageClass, CHILLED FROZEN",
            "food-hub, /api/v1/hubs/{id}/arrivals, items.lines.dateKind, NONE"})
    void what_we_compare_with_is_what_the_services_say(String service, String path, String field, String values) {
        assertThat(CONTRACTS.values(service, "get", path, field)).contains(values.split(" "));
    }

    @Test
    void what_a_form_sends_is_looked_up_where_it_is_sent() {
        assertThat(CONTRACTS.values("food-hub", "post", "/api/v1/arrivals/{arrival}/receipts", "lines.reason"))
                .contains("DAMAGED").doesNotContain("CHILLED");
    }

    @Test
    void a_list_that_is_none_is_found_out_at_once() {
        assertThatThrownBy(() -> CONTRACTS.values("food-hub", "get", "/api/v1/hubs", "items.name"))
                .hasMessageContaining("food-hub has no list items.name");
    }
}
