package it.milanoaiuta.foodhub.people.household;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.platform.data.vault.Reading;
import it.milanoaiuta.platform.data.vault.Telephone;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Version;

/** How households are reached: who may know it, and its end. Nothing personal stands in an address: a look-up is a POST. */
@Path("/api/v1")
@Tag(name = "Households")
@Authenticated
public class ContactResource {

    @Inject
    Households households;

    @Inject
    HouseholdScope scope;

    @Inject
    Contacts contacts;

    @Inject
    Caller caller;

    @Inject
    RequestKey request;

    /**
     * Answers how a household is reached.
     * <p>
     * Each reading is recorded. DELIVERY: its hub's managers while something of the case is open there, and its referrer's
     * members; FOLLOW_UP: the members; CALL: an operator who looked it up within the hour. To everybody else, a coordinator
     * too, it is 404 (domain, Vault and erasure). Refused: 503 copy-lags.
     *
     * @param id the household
     * @param purpose what it is read for; stands on record
     */
    @GET
    @Path("households/{id}/contact")
    @Transactional
    @Cache(noStore = true)
    public RestResponse<Contact> read(@RestPath UUID id, @NotNull @RestQuery Purpose purpose) {
        Household household = households.existing(id);
        Reading reading = scope.mustRead(household, purpose);
        return ResponseBuilder.ok(contacts.read(id, reading).orElseThrow(NotFound::new))
                .header(HttpHeaders.ETAG, Version.etag(household.version())).build();
    }

    /**
     * Replaces a household's contact as a whole.
     * <p>
     * For its hub's managers, its referrer's members and the operator who filed it. What is left out is gone. Refused: 503
     * copy-lags.
     *
     * @param id the household
     * @param ifMatch the household's ETag: each change of the contact is a version of it
     */
    @PUT
    @Path("households/{id}/contact")
    @Transactional
    public RestResponse<Void> replace(@RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Contact contact) {
        scope.mustChange(households.existing(id));
        Household household = households.locked(id);
        household.mustBe(Version.seen(ifMatch));
        households.changed(household);
        contacts.keep(id, contact);
        return ResponseBuilder.<Void>noContent().header(HttpHeaders.ETAG, Version.etag(household.version())).build();
    }

    /**
     * Finds the cases known by exactly this telephone, e-mail or code.
     * <p>
     * For operators: newest first, a hundred at most, in one page. The look-up is recorded, also when there is none, and opens
     * the contact of what it found to her for an hour.
     */
    @POST
    @Path("households/look-up")
    @RolesAllowed("operator")
    @Transactional
    @Cache(noStore = true)
    public Page<FoundHousehold> lookUp(@NotNull @Valid LookUp asked) {
        asked.mustBeWhole();
        Reading reading = new Reading(caller.person(), asked.purpose());
        return new Page<>(found(asked, reading).stream().map(FoundHousehold::of).toList(), null);
    }

    private List<Household> found(LookUp asked, Reading reading) {
        if (asked.code() != null) {
            List<Household> ofCode = households.known(CaseCode.read(asked.code()));
            contacts.recordLookUpByCode(ofCode.stream().map(household -> household.id()).toList(), reading);
            return ofCode;
        }
        List<UUID> ids = asked.phone() != null
                ? contacts.find("phone", Telephone.asKept(asked.phone()), reading)
                : contacts.find("email", List.of(asked.email()), reading);
        return households.list("id in ?1 order by id desc", ids);
    }

    /**
     * Forgets how a household is reached, for good.
     * <p>
     * For its hub's managers, its referrer's members and the operator who filed it. Its key is deleted; the case goes on, and
     * the answer says what stays and why. Again changes nothing. Refused: 503 copy-lags.
     *
     * @param id the household
     */
    @POST
    @Path("households/{id}/erasure")
    @Idempotent
    public Erasure erase(@RestPath UUID id) {
        UUID by = scope.mustChange(households.existing(id));
        request.claim();
        Household household = households.locked(id);
        if (contacts.erase(id, by)) {
            households.changed(household);
        }
        return Erasure.of(id, contacts.erasedAt(id));
    }
}
