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

    /**
     * A published need of an organisation or a hub.
     *
     * @param deliverTo where the goods are to be delivered
     * @param byWhen by when it is needed
     * @param urgency TODAY, THIS_WEEK or ORDINARY
     * @param state PUBLISHED
     * @param lines what it asks for
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Need(UUID id, Place deliverTo, Instant byWhen, String urgency, String state, List<NeedLine> lines) {}

    /**
     * One thing a need asks for: requested = promised + inTransit + received + lacking; in unit.
     *
     * @param itemId the item of the catalogue; null for a service
     * @param service as Service of donations-service lists it; null for goods
     * @param unit the item's base unit, or the service's (HOUR, DAY)
     * @param requested what is asked for in all
     * @param promised of live donations, not yet handed over
     * @param inTransit accepted at a hub, not yet with the recipient
     * @param received delivered; for a hub's own need what it accepted
     * @param lacking what may still be promised
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record NeedLine(UUID id, UUID itemId, String service, String unit, BigDecimal requested, BigDecimal promised,
            BigDecimal inTransit, BigDecimal received, BigDecimal lacking) {}

    @GET
    Uni<Batch<Need>> needs(@BeanParam Asker asker, @QueryParam("limit") int limit);
}
