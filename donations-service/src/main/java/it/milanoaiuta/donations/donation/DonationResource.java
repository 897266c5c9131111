package it.milanoaiuta.donations.donation;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.donations.need.NeedLines;
import it.milanoaiuta.donations.owner.Owners;
import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.CheckedCode;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;
import it.milanoaiuta.platform.web.Version;

/** Donations: promises of goods or of a service, and what became of them. */
@Path("/api/v1/donations")
@Tag(name = "Donations")
@Authenticated
public class DonationResource {

    @Inject
    Donations donations;

    @Inject
    Pledging pledging;

    @Inject
    Scheduling scheduling;

    @Inject
    Settling settling;

    @Inject
    Announcing announcing;

    @Inject
    ReleasingPromises releasing;

    @Inject
    NeedLines needLines;

    @Inject
    DonatedGoods goods;

    @Inject
    Owners owners;

    @Inject
    Caller caller;

    @Inject
    Outbox outbox;

    @Inject
    RequestKey request;

    /**
     * Promises goods to need lines or to a hub's general stock, or a service to the need that asks for it.
     * <p>
     * For whoever is signed in; in the name of an organisation or a hub for its members or managers (else 404 in that field).
     * All lines or none, and never more than a need line lacks: 409 offered-more-than-lacks names the line and says how much it
     * lacks. With hub and window it is SCHEDULED and DonationScheduled tells the hub. Refused too: 409 need-not-open,
     * intake-paused, organisation-not-verified, 503 copy-lags (domain, Donation).
     */
    @POST
    @Idempotent
    @ResponseStatus(201)
    public RestResponse<DonationView> pledge(@NotNull @Valid NewDonation offered) {
        UUID donor = caller.person();
        pledging.mustGiveFor(offered, donor);
        request.claim();
        Donation donation = pledging.pledge(offered, donor);
        List<Event> told = announcing.plan(donation);
        donations.persist(donation);
        outbox.append(told);
        return answer(ResponseBuilder.<DonationView>created(URI.create("/api/v1/donations/" + donation.code())), donation);
    }

    /**
     * Lists the caller's own donations, the newest first.
     * <p>
     * Those she pledged herself, also in the name of an organisation or a hub.
     */
    @GET
    @Path("mine")
    public Page<DonationView> mine(@BeanParam @Valid Paging paging) {
        Page<Donation> page = paging.page(donations.of(caller.person(), paging.from(Paging.LAST_ID), paging.rows()),
                donation -> Cursor.after(donation.id()));
        Map<UUID, UUID> needs = needsOf(page.items());
        return page.map(donation -> DonationView.of(donation, needs));
    }

    /**
     * Answers what became of a donation, for whoever has its code; nothing of the donor.
     * <p>
     * The code may be typed in any case, with or without dashes; a mistyped one is a 400, one that nobody has a 404.
     *
     * @param code of the donation, as MA-7K3F-9QX2
     */
    @GET
    @Path("{code}")
    @PermitAll
    public RestResponse<DonationView> track(@RestPath String code) {
        return answer(ResponseBuilder.<DonationView>ok(), donations.existing(read(code)));
    }

    /**
     * Brings a donation elsewhere or at another time, or says what to do when its need ends.
     * <p>
     * For its donor, to others 404, while nothing of it has come. What is left out stays. DonationScheduled or
     * DonationRescheduled tells the hub. ifNotNeeded also decides of lines whose need has ended and that wait (stockAt): CANCEL
     * takes them back. Refused: 409 donation-has-moved-on, intake-paused.
     *
     * @param code of the donation, as MA-7K3F-9QX2
     * @param ifMatch the ETag the change was decided on
     */
    @PATCH
    @Path("{code}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Transactional
    public RestResponse<DonationView> reschedule(@RestPath String code, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Plan wanted) {
        Donation donation = donations.ownLocked(read(code), caller.person());
        Version.seen(ifMatch).mustBe(donation.version());
        donation.mustBeComing();
        settling.settle(donation, planned(donation, wanted));
        donations.flush();
        return answer(ResponseBuilder.<DonationView>ok(), donation);
    }

    private List<Event> planned(Donation donation, Plan wanted) {
        List<Event> told = wanted.ifNotNeeded == null ? List.of() : releasing.say(donation, wanted.ifNotNeeded);
        if (donation.isWithdrawn() || !wanted.movesIt()) {
            return told;
        }
        scheduling.schedule(donation, wanted.hubOf(donation), wanted.startOf(donation), wanted.endOf(donation),
                needLines
                        .asked(donation.lines().stream().filter(DonationLine::isWanted).map(line -> line.needLineId()).toList())
                        .values());
        return announcing.plan(donation);
    }

    /**
     * Takes a donation back; what it had promised lacks again.
     * <p>
     * For its donor, to others 404. DonationCancelled tells the hub that expected it. Repeating it changes nothing. Refused:
     * 409 donation-has-moved-on once something of it was received or its time is over.
     *
     * @param code of the donation, as MA-7K3F-9QX2
     */
    @DELETE
    @Path("{code}")
    @Transactional
    public void cancel(@RestPath String code) {
        Donation donation = donations.ownLocked(read(code), caller.person());
        if (donation.state() == DonationState.CANCELLED) {
            return;
        }
        donation.mustBeComing();
        donation.withdraw(DonationState.CANCELLED);
        settling.settle(donation,
                announcing.end(donation, new DonationCancelled(donation.id(), DonationCancelled.Reason.BY_DONOR)));
    }

    /**
     * Confirms how much of a service was given.
     * <p>
     * For whoever acts for the need's owner, a suspended organisation too; to others, and for goods, which hubs receive, it is
     * 404. What was not given lacks again; said again it corrects. Refused: 400 more-than-promised, too-fine, 503 copy-lags.
     *
     * @param code of the donation, as MA-7K3F-9QX2
     * @return the donation as it stands now
     */
    @POST
    @Path("{code}/receipt")
    @Idempotent
    public RestResponse<DonationView> receive(@RestPath String code, @NotNull @Valid ServiceReceipt receipt) {
        UUID person = caller.person();
        Donation donation = donations.locked(read(code));
        DonationLine line = donation.service().orElseThrow(NotFound::new);
        owners.mustFinishFor(needLines.asked(List.of(line.needLineId())).get(line.needLineId()).owner(), person);
        request.claim();
        goods.keep(receipt.of(donation, line));
        settling.settle(donation, List.of());
        donations.flush();
        return answer(ResponseBuilder.<DonationView>ok(), donation);
    }

    private static CheckedCode read(String typed) {
        return CheckedCode.read(Donation.CODES, "code", typed);
    }

    private RestResponse<DonationView> answer(ResponseBuilder<DonationView> answer, Donation donation) {
        return answer.header(HttpHeaders.ETAG, Version.etag(donation.version()))
                .entity(DonationView.of(donation, needsOf(List.of(donation)))).build();
    }

    private Map<UUID, UUID> needsOf(List<Donation> shown) {
        return needLines.needsOf(shown.stream().flatMap(donation -> donation.needLineIds().stream()).toList());
    }
}
