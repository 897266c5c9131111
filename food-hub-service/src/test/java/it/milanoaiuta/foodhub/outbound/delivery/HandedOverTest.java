package it.milanoaiuta.foodhub.outbound.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import it.milanoaiuta.platform.web.InvalidField;

class HandedOverTest {

    static final UUID PASTA = UUID.randomUUID();
    static final UUID RICE = UUID.randomUUID();

    final List<DeliveryLine> loaded = List.of(line(PASTA, "4"), line(PASTA, "6"), line(RICE, "2"));

    @Test
    void delivered_is_all_and_failed_is_nothing() {
        assertThat(delivered(Outcome.DELIVERED)).isEqualTo(List.of("4", "6", "2"));
        assertThat(delivered(Outcome.FAILED)).isEqualTo(List.of("0", "0", "0"));
    }

    @Test
    void a_part_is_taken_from_the_lines_in_their_order_and_what_is_not_named_is_whole() {
        assertThat(delivered(Outcome.PARTIAL, said(PASTA, "5", "5"))).isEqualTo(List.of("4", "1", "2"));
        assertThat(delivered(Outcome.PARTIAL, said(PASTA, "3", "7"), said(RICE, "2", "0"))).isEqualTo(List.of("3", "0", "2"));
    }

    @Test
    void what_does_not_add_up_is_named() {
        assertField("lines[0]", said(PASTA, "5", "4"));
        assertField("lines[1].itemId", said(PASTA, "5", "5"), said(UUID.randomUUID(), "1", "0"));
        assertField("lines[1].itemId", said(PASTA, "5", "5"), said(PASTA, "5", "5"));
    }

    @Test
    void nothing_or_everything_is_not_a_part() {
        assertField("outcome", said(PASTA, "0", "10"), said(RICE, "0", "2"));
        assertField("outcome", said(PASTA, "10", "0"));
    }

    private void assertField(String field, NewConfirmation.Line... said) {
        InvalidField wrong = catchThrowableOfType(InvalidField.class, () -> delivered(Outcome.PARTIAL, said));
        assertThat(wrong.violations().get(0).field()).isEqualTo(field);
    }

    private List<String> delivered(Outcome outcome, NewConfirmation.Line... said) {
        return HandedOver.of(loaded, outcome, List.of(said)).stream()
                .map(line -> line.delivered().stripTrailingZeros().toPlainString()).toList();
    }

    private static NewConfirmation.Line said(UUID item, String delivered, String returned) {
        return new NewConfirmation.Line(item, new BigDecimal(delivered), new BigDecimal(returned));
    }

    private static DeliveryLine line(UUID item, String quantity) {
        return new DeliveryLine(UUID.randomUUID(), item, null, null, null, new BigDecimal(quantity), null);
    }
}
