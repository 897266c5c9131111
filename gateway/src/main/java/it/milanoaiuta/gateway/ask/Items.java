package it.milanoaiuta.gateway.ask;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.smallrye.mutiny.Uni;

/** The catalogue of goods, of donations-service. */
@RegisterRestClient(configKey = Services.DONATIONS)
@RegisterProvider(Refused.Mapper.class)
@Path("/api/v1/items")
public interface Items {

    /**
     * An item of the catalogue.
     *
     * @param code stable, for programs
     * @param name by language: it, en, ar
     * @param unit its base unit: KG, PIECE or L
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(UUID id, String code, Map<String, String> name, String unit) {}

    @GET
    Uni<Batch<Item>> items(@BeanParam Asker asker, @QueryParam("limit") int limit);

    /** Empty while the catalogue cannot be asked. */
    static Map<UUID, Item> byId(Parts.Part<Batch<Item>> items) {
        return items.orElse(Batch.empty()).items().stream().collect(Collectors.toMap(Item::id, Function.identity()));
    }
}
