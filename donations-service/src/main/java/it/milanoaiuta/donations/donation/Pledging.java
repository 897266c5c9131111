package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.donations.catalogue.Item;
import it.milanoaiuta.donations.catalogue.Items;
import it.milanoaiuta.donations.need.NeedLines;
import it.milanoaiuta.donations.need.NeedLines.Asked;
import it.milanoaiuta.donations.need.Share;
import it.milanoaiuta.donations.owner.Owner;
import it.milanoaiuta.donations.owner.OwnerKind;
import it.milanoaiuta.donations.owner.Owners;
import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.NotFound;

/** Makes a donation of what somebody offers: all its lines, or a refusal that names the line and changes nothing. */
@ApplicationScoped
public class Pledging {

    @Inject
    Donations donations;

    @Inject
    NeedLines needLines;

    @Inject
    Items items;

    @Inject
    Owners owners;

    @Inject
    Scheduling scheduling;

    @Inject
    DonationRules rules;

    @Inject
    Clock clock;

    Donation pledge(NewDonation offered, UUID person) {
        offered.check();
        giver(offered).ifPresent(owners::requireGoodStanding);
        Map<UUID, Item> known = items.offered(offered.lines().stream().map(NewDonation.Line::itemId).toList());
        Map<UUID, Asked> asked = asked(offered);
        Donation donation = donation(offered, person);
        donation.lines = IntStream.range(0, offered.lines().size())
                .mapToObj(position -> line(donation, (short) position, offered.lines().get(position), known, asked)).toList();
        donation.weigh();
        UUID hub = Optional.ofNullable(offered.hubId()).orElseGet(() -> Scheduling.impliedHub(donation, asked.values()));
        scheduling.schedule(donation, hub, offered.windowStart(), offered.windowEnd(), asked.values());
        donation.state = donation.judge(false);
        promise(donation.lines);
        return donation;
    }

    /**
     * The guard of what is given in the name of an organisation or a hub.
     *
     * @throws NotFound in its field when this person does not act for it
     */
    void requireToGive(NewDonation offered, UUID person) {
        if (offered.donorOrganisationId() != null && offered.onBehalfOfHubId() != null) {
            throw new InvalidField("onBehalfOfHubId", "one-giver-only");
        }
        String field = offered.donorOrganisationId() != null ? "donorOrganisationId" : "onBehalfOfHubId";
        giver(offered).ifPresent(giver -> NotFound.inField(field, () -> owners.requireToFinishFor(giver, person)));
    }

    private static Optional<Owner> giver(NewDonation offered) {
        return offered.donorOrganisationId() != null
                ? Optional.of(Owner.organisation(offered.donorOrganisationId()))
                : Optional.ofNullable(offered.onBehalfOfHubId()).map(Owner::hub);
    }

    private Map<UUID, Asked> asked(NewDonation offered) {
        List<UUID> ids = offered.lines().stream().map(NewDonation.Line::needLineId).filter(Objects::nonNull).toList();
        Map<UUID, Asked> asked = needLines.asked(ids);
        for (int i = 0; i < offered.lines().size(); i++) {
            UUID needLine = offered.lines().get(i).needLineId();
            if (needLine != null) {
                requireOpen(asked.get(needLine), "lines[" + i + "].needLineId");
            }
            requireNotForItself(offered, needLine == null ? null : asked.get(needLine), "lines[" + i + "].needLineId");
        }
        return asked;
    }

    /** Who never saw the need is told nothing of it; who saw it while it was open is told that it no longer is. */
    private static void requireOpen(Asked asked, String field) {
        if (asked == null || !asked.wasOpen()) {
            throw new NotFound(field);
        }
        if (!asked.isOpen()) {
            throw new NeedNotOpen(field);
        }
    }

    /** What a hub has is there for its own need and its general stock already. */
    private static void requireNotForItself(NewDonation offered, Asked asked, String field) {
        if (offered.onBehalfOfHubId() != null && !offered.isService()
                && (asked == null || asked.ownerKind() == OwnerKind.HUB)) {
            throw new InvalidField(field, "own-stock-needs-need");
        }
    }

    private Donation donation(NewDonation offered, UUID person) {
        Instant now = clock.instant();
        Donation donation = new Donation();
        donation.id = Ids.next();
        donation.code = donations.freeCode().toString();
        donation.donor = person;
        donation.donorOrganisationId = offered.donorOrganisationId();
        donation.onBehalfOfHubId = offered.onBehalfOfHubId();
        donation.handover = offered.handover();
        donation.fundingSource = offered.donorOrganisationId() == null ? FundingSource.COLLECTION : FundingSource.SURPLUS;
        donation.ifNotNeeded = Objects.requireNonNullElse(offered.ifNotNeeded(), IfNotNeeded.HUB);
        donation.pledgedAt = now;
        donation.day = LocalDate.now(clock);
        donation.lapsesAt = now.plus(rules.pledgeFor());
        return donation;
    }

    private static DonationLine line(Donation donation, short position, NewDonation.Line offered, Map<UUID, Item> items,
            Map<UUID, Asked> asked) {
        String field = "lines[" + position + "]";
        Asked wanted = offered.needLineId() == null ? null : asked.get(offered.needLineId());
        if (wanted != null && !Objects.equals(offered.itemId(), wanted.itemId())) {
            throw new InvalidField(field + ".itemId", "not-what-is-asked");
        }
        if (wanted != null && offered.service() != wanted.service()) {
            throw new InvalidField(field + ".service", "not-what-is-asked");
        }
        DonationLine line = new DonationLine();
        line.id = Ids.next();
        line.donation = donation;
        line.position = position;
        line.needLineId = offered.needLineId();
        line.itemId = offered.itemId();
        line.service = offered.service();
        if (line.service != null) {
            line.unit = line.service.unit;
            line.quantity = line.service.inItsUnit(offered.quantity(), offered.unit(), field);
            line.kg = BigDecimal.ZERO;
        } else {
            Item item = items.get(offered.itemId());
            line.unit = item.unit;
            line.quantity = item.inBaseUnits(offered.quantity(), offered.unit(), field);
            line.kg = item.kg(line.quantity);
            line.food = item.food;
        }
        return line;
    }

    /** In the order of the need lines' ids as PostgreSQL sorts them, so that two donors never wait in a circle. */
    private void promise(List<DonationLine> lines) {
        lines.stream().filter(line -> line.needLineId != null).sorted(Comparator.comparing(line -> line.needLineId.toString()))
                .forEach(line -> {
                    if (!needLines.promise(line.needLineId, line.quantity)) {
                        throw refusal(line, needLines.asked(List.of(line.needLineId)).get(line.needLineId));
                    }
                    line.hold(Share.ofPromised(line.quantity), line.quantity);
                });
    }

    private static RuntimeException refusal(DonationLine line, Asked now) {
        String field = "lines[" + line.position + "]";
        return now.isOpen()
                ? new OfferedMoreThanLacks(field + ".quantity", now.lacking(), now.unit())
                : new NeedNotOpen(field + ".needLineId");
    }
}
