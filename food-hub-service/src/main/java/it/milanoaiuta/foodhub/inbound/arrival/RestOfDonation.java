package it.milanoaiuta.foodhub.inbound.arrival;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What of a donation is accounted for at no hub yet. It may come to each hub the donation was ever sent to, and is expected once: what
 * came at one hub is expected at no other (domain, When plans and facts cross).
 */
final class RestOfDonation {

    private final List<Arrival> arrivals;

    /** @param ofDonation its arrivals at all hubs, locked */
    RestOfDonation(Collection<Arrival> ofDonation) {
        this.arrivals = ofDonation.stream().filter(arrival -> arrival.kind() == Arrival.Kind.DONATION).toList();
    }

    /** Nothing more of it comes. */
    boolean isNone() {
        return lines(arrivals.stream()).allMatch(line -> of(line.donationLineId()).signum() == 0);
    }

    /** Each hub expects what it has accounted for and the rest; one that is closed expects no more. */
    void expect() {
        boolean allCame = isNone() && lines(arrivals.stream()).anyMatch(line -> line.accounted().signum() > 0);
        arrivals.forEach(arrival -> {
            boolean differs = lines(Stream.of(arrival)).map(line -> expect(arrival, line)).reduce(false, Boolean::logicalOr);
            arrival.comesElsewhere(allCame, differs);
        });
    }

    private boolean expect(Arrival arrival, ArrivalLine line) {
        BigDecimal before = line.expected();
        BigDecimal more = arrival.isClosed() ? BigDecimal.ZERO : of(line.donationLineId());
        line.expect(line.accounted().add(more));
        return before.compareTo(line.expected()) != 0;
    }

    private BigDecimal of(UUID donationLine) {
        List<ArrivalLine> ofIt = lines(arrivals.stream()).filter(line -> line.donationLineId().equals(donationLine)).toList();
        Optional<BigDecimal> promised = ofIt.stream().map(line -> line.promised()).max(BigDecimal::compareTo);
        return ofIt.stream().map(ArrivalLine::accounted).reduce(promised.orElse(BigDecimal.ZERO), BigDecimal::subtract)
                .max(BigDecimal.ZERO);
    }

    private static Stream<ArrivalLine> lines(Stream<Arrival> arrivals) {
        return arrivals.flatMap(arrival -> arrival.lines().stream()).filter(line -> line.promised() != null);
    }
}
