package it.milanoaiuta.foodhub.people.household;

import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What it takes to hand a parcel over, and no more. */
@Schema(name = "Door", description = "Where a household is found, for who brings its parcels")
public record DoorView(@Schema(description = "As on the doorbell") String name, String address, String stair, String floor,
        @Schema(description = "E.164") String phone) {

    static final Set<String> FIELDS = Set.of("name", "address", "stair", "floor", "phone");

    static DoorView of(Map<String, String> values) {
        return new DoorView(values.get("name"), values.get("address"), values.get("stair"), values.get("floor"),
                values.get("phone"));
    }

    @Override
    public String toString() {
        return "DoorView[…]";
    }
}
