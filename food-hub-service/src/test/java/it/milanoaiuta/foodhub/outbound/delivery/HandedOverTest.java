package it.milanoaiuta.foodhub.outbound.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
    void deliveredIsAllAndFailedIsNothing() {
        assertEquals(List.of("4", "6", "2"), delivered(Outcome.DELIVERED));
        assertEquals(List.of("0", "0", "0"), delivered(Outcome.FAILED));
    }

    @Test
    void aPartIsTakenFromTheLinesInTheirOrderAndWhatIsNotNamedIsWhole() {
        assertEquals(List.of("4", "1", "2"), delivered(Outcome.PARTIAL, said(PASTA, "5", "5")));
        assertEquals(List.of("3", "0", "2"), delivered(Outcome.PARTIAL, said(PASTA, "3", "7"), said(RICE, "2", "0")));
    }

    @Test
    void whatDoesNotAddUpIsNamed() {
        assertField("lines[0]", said(PASTA, "5", "4"));
        assertField("lines[1].itemId", said(PASTA, "5", "5"), said(UUID.randomUUID(), "1", "0"));
        assertField("lines[1].itemId", said(PASTA, "5", "5"), said(PASTA, "5", "5"));
    }

    @Test
    void nothingOrEverythingIsNotAPart() {
        assertField("outcome", said(PASTA, "0", "10"), said(RICE, "0", "2"));
        assertField("outcome", said(PASTA, "10", "0"));
    }

    private void assertField(String field, NewConfirmation.Line... said) {
        InvalidField wrong = assertThrows(InvalidField.class, () -> delivered(Outcome.PARTIAL, said));
        assertEquals(field, wrong.violations().get(0).field());
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
