package it.milanoaiuta.foodhub.people.household;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.foodhub.copies.item.Item;
import it.milanoaiuta.foodhub.copies.item.Items;
import it.milanoaiuta.foodhub.copies.organisation.Organisations;
import it.milanoaiuta.foodhub.hub.Hubs;
import it.milanoaiuta.foodhub.people.neighbourhood.Neighbourhoods;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Created;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;
import it.milanoaiuta.platform.web.Version;

/** Households: who is helped, known by a code alone. */
@Path("/api/v1")
@Tag(name = "Households")
@Authenticated
public class HouseholdResource {

    @Inject
    Households households;

    @Inject
    HouseholdScope scope;

    @Inject
    Contacts contacts;

    @Inject
    Organisations organisations;

    @Inject
    Hubs hubs;

    @Inject
    Neighbourhoods neighbourhoods;

    @Inject
    Items items;

    @Inject
    Clock clock;

    @Inject
    RequestKey request;

    /**
     * Files a household to be served by a hub.
     * <p>
     * For the hub's managers, members of a verified organisation that refers it, and operators; to others 404. It is ACTIVE at
     * once and may get parcels. Its contact goes into the vault. Refused: 400 band-twice, household-empty, household-too-big,
     * unknown-neighbourhood, unknown-item, 409 organisation-not-verified, 503 copy-lags (domain, Household).
     */
    @POST
    @Path("households")
    @Idempotent
    @ResponseStatus(201)
    public RestResponse<HouseholdView> file(@NotNull @Valid NewHousehold asked) {
        UUID filedBy = scope.mustFile(asked.hubId(), asked.referrerOrganisationId());
        request.claim();
        hubs.existing(asked.hubId());
        asked.mustAddUp();
        mustBeKnown(asked);

        Household household = Household.filed(asked, CaseCode.draw(), filedBy, clock.instant());
        households.persist(household);
        if (asked.contact() != null) {
            contacts.keep(household.id(), asked.contact());
        }
        HouseholdView filed = view(household);
        return Created.at("/api/v1/households/" + filed.id(), filed.version(), filed);
    }

    /**
     * Answers with one household, without its contact.
     * <p>
     * For its hub's managers, its referrer's members (not while the referrer is suspended) and the operator who filed it; to
     * others it is 404.
     *
     * @param id the household
     */
    @GET
    @Path("households/{id}")
    @Transactional
    public RestResponse<HouseholdView> get(@RestPath UUID id) {
        return tagged(view(scope.mustSee(households.existing(id))));
    }

    /**
     * Lists a hub's households in the order they were filed.
     * <p>
     * All for its managers, their own for a referrer's members; to whoever sees none it is 404.
     *
     * @param hubId the hub
     */
    @GET
    @Path("hubs/{hubId}/households")
    @Transactional
    public Page<HouseholdView> ofHub(@RestPath UUID hubId, @BeanParam @Valid Paging paging) {
        Cursor from = paging.from(Paging.FIRST_ID);
        List<UUID> referrers = scope.mustSeeSomeOf(hubId);
        hubs.existing(hubId);
        Page<Household> page = paging.page(households.ofHub(hubId, referrers, from, paging.rows()), h -> Cursor.after(h.id()));
        return new Page<>(views(page.items()), page.next());
    }

    private HouseholdView view(Household household) {
        return views(List.of(household)).get(0);
    }

    private List<HouseholdView> views(List<Household> page) {
        Set<UUID> suspended = organisations.suspendedAmong(
                page.stream().map(household -> household.referrerOrganisationId()).filter(Objects::nonNull).distinct()
                        .toList());
        return page.stream().map(household -> HouseholdView.of(household, suspended)).toList();
    }

    private static RestResponse<HouseholdView> tagged(HouseholdView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, Version.etag(view.version())).build();
    }

    private void mustBeKnown(NewHousehold asked) {
        if (asked.neighbourhoodId() != null && neighbourhoods.findById(asked.neighbourhoodId()) == null) {
            throw new InvalidField("neighbourhoodId", "unknown-neighbourhood");
        }
        Map<UUID, Item> known = items.byId(asked.exclusions());
        for (int i = 0; i < asked.exclusions().size(); i++) {
            if (!known.containsKey(asked.exclusions().get(i))) {
                throw new InvalidField("exclusions[" + i + "]", "unknown-item");
            }
        }
    }
}
