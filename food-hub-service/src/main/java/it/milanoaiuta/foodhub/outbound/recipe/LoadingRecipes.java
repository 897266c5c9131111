package it.milanoaiuta.foodhub.outbound.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.StartupEvent;
import it.milanoaiuta.foodhub.copies.item.Unit;

/** Brings the versions of the reference file that are not in the database yet into it, at every start. */
@ApplicationScoped
public class LoadingRecipes {

    static final String FILE = "/reference/recipes.json";

    @Inject
    Recipes recipes;

    @Inject
    ObjectMapper json;

    @Transactional
    void atStart(@Observes StartupEvent start) {
        read(json).forEach(recipes::addOnce);
    }

    static List<Recipe> read(ObjectMapper json) {
        try (InputStream file = LoadingRecipes.class.getResourceAsStream(FILE)) {
            return List.of(json.readValue(file, Version[].class)).stream().map(Recipe::described).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Version(String code, int version, LocalDate inForceFrom, Recipe.Per per, String note, List<Line> lines) {}

    /**
     * @param item the catalogue's code, for whoever reads the file
     */
    record Line(UUID itemId, String item, Unit unit, BigDecimal one, BigDecimal twoOrThree, BigDecimal overThree) {

        RecipeLine line() {
            return new RecipeLine(itemId, unit, one, twoOrThree, overThree);
        }
    }
}
