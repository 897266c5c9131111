package it.milanoaiuta.gateway.ask;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.smallrye.mutiny.Uni;

/** Published needs, of donations-service. */
@RegisterRestClient(configKey = Services.DONATIONS)
@RegisterProvider(Refused.Mapper.class)
@Path("/api/v1/needs")
public interface Needs {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Need(UUID id, Place deliverTo, Instant byWhen, String urgency, String state, List<NeedLine> lines) {}

    /** Quantities in the item's base unit. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record NeedLine(UUID id, UUID itemId, String service, String unit, BigDecimal requested, BigDecimal promised,
            BigDecimal inTransit, BigDecimal received, BigDecimal lacking) {}

    @GET
    Uni<Batch<Need>> needs(@BeanParam Asker asker, @QueryParam("limit") int limit);
}
