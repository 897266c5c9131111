package it.milanoaiuta.foodhub.outbound.recipe;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;

import it.milanoaiuta.foodhub.copies.item.Unit;
import it.milanoaiuta.platform.web.Ids;

/** What goes into a parcel. A version never changes once it is out: a new quantity is a new version. */
@Entity
public class Recipe {

    /** Whom the quantities are for. */
    public enum Per {
        /** Each household, by its size. */
        HOUSEHOLD,
        /** Each member of the band 0–2; without one there is no parcel. */
        INFANT
    }

    /** A line as it goes into one household's parcel, in the unit of the recipe. */
    public record Portion(UUID itemId, BigDecimal quantity, Unit unit) {}

    @Id
    private UUID id;

    private String code;

    private int version;

    /** Hand-overs from this day on follow this version, until a newer one is in force. */
    private LocalDate inForceFrom;

    @Enumerated(EnumType.STRING)
    private Per per;

    /** Where the quantities come from. */
    private String note;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "recipe_line", joinColumns = @JoinColumn(name = "recipe_id"))
    @OrderColumn(name = "position")
    private List<RecipeLine> lines;

    /** As the reference file has it. */
    static Recipe described(LoadingRecipes.Version as) {
        Recipe recipe = new Recipe();
        recipe.id = idOf(as.code(), as.version());
        recipe.code = as.code();
        recipe.version = as.version();
        recipe.inForceFrom = as.inForceFrom();
        recipe.per = as.per();
        recipe.note = as.note();
        recipe.lines = as.lines().stream().map(LoadingRecipes.Line::line).toList();
        return recipe;
    }

    /** The id of a version, the same in every database. */
    public static UUID idOf(String code, int version) {
        return Ids.named("recipe/" + code + "/" + version);
    }

    /**
     * What one household gets: its size's quantities (doubled above three members where the recipe says so), once per
     * infant for infant products. What it does not take is replaced or left out by who packs.
     *
     * @param members of the household, at least 1
     * @param infants members of the band 0–2
     * @return empty when the recipe is not for this household
     */
    public List<Portion> portionsFor(int members, int infants) {
        HouseholdSize size = HouseholdSize.of(members);
        BigDecimal times = BigDecimal.valueOf(per == Per.INFANT ? infants : 1);
        return lines.stream().map(line -> new Portion(line.itemId(), line.quantityFor(size).multiply(times), line.unit()))
                .filter(portion -> portion.quantity().signum() > 0).toList();
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public int version() {
        return version;
    }

    public LocalDate inForceFrom() {
        return inForceFrom;
    }

    public Per per() {
        return per;
    }

    public String note() {
        return note;
    }

    public List<RecipeLine> lines() {
        return lines;
    }
}
