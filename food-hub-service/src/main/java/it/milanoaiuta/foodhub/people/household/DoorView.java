package it.milanoaiuta.foodhub.people.household;

import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a household is found, for who brings its parcels: what it takes to hand them over, and no more.
 *
 * @param name as on the doorbell
 * @param address street and number
 * @param stair of the house; null when not given
 * @param floor as people there call it; null when not given
 * @param phone E.164; null when not given
 */
@Schema(name = "Door")
public record DoorView(String name, String address, String stair, String floor, String phone) {

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
