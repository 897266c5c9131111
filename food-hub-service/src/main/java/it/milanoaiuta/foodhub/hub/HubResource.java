package it.milanoaiuta.foodhub.hub;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.platform.web.Page;

@Path("/api/v1")
@Tag(name = "Hubs")
@Authenticated
@Transactional
public class HubResource {

    @Inject
    Hubs hubs;

    @Inject
    Managers managers;

    @GET
    @Path("hubs")
    @PermitAll
    @Operation(summary = "The city's hubs")
    public Page<HubView> list() {
        return page(hubs.all());
    }

    @GET
    @Path("hubs/{id}")
    @PermitAll
    @Operation(summary = "One hub")
    public HubView get(@RestPath UUID id) {
        return HubView.of(hubs.existing(id));
    }

    @GET
    @Path("hubs/mine")
    @Operation(summary = "The hubs the caller manages today")
    public Page<HubView> mine() {
        return page(hubs.of(managers.hubsOfCaller()));
    }

    private static Page<HubView> page(List<Hub> hubs) {
        return new Page<>(hubs.stream().map(HubView::of).toList(), null);
    }
}
