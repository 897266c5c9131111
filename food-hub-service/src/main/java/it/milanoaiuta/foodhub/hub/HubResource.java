package it.milanoaiuta.foodhub.hub;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.platform.web.Page;

/** The city's food hubs. */
@Path("/api/v1")
@Tag(name = "Hubs")
@Authenticated
@Transactional
public class HubResource {

    @Inject
    Hubs hubs;

    @Inject
    Managers managers;

    /**
     * Lists the city's hubs, by code, in one page.
     * <p>
     * For everybody.
     */
    @GET
    @Path("hubs")
    @PermitAll
    public Page<HubView> list() {
        return page(hubs.all());
    }

    /**
     * Answers with one hub.
     * <p>
     * For everybody.
     *
     * @param id the hub
     */
    @GET
    @Path("hubs/{id}")
    @PermitAll
    public HubView get(@RestPath UUID id) {
        return HubView.of(hubs.existing(id));
    }

    /**
     * Lists the hubs the caller manages today.
     * <p>
     * Whoever acts for the city (coordinator, operator) manages none, whatever she was named.
     */
    @GET
    @Path("hubs/mine")
    public Page<HubView> mine() {
        return page(hubs.of(managers.hubsOfCaller()));
    }

    private static Page<HubView> page(List<Hub> hubs) {
        return new Page<>(hubs.stream().map(HubView::of).toList(), null);
    }
}
