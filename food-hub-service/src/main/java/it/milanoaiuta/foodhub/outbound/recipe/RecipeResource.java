package it.milanoaiuta.foodhub.outbound.recipe;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import it.milanoaiuta.platform.web.Page;

/** What goes into a parcel. */
@Path("/api/v1/recipes")
@Tag(name = "Recipes")
@PermitAll
public class RecipeResource {

    @Inject
    Recipes recipes;

    /**
     * Lists every version of every recipe, by code and version, in one page.
     * <p>
     * For everybody.
     */
    @GET
    public Page<RecipeView> list() {
        return new Page<>(recipes.allVersions().stream().map(RecipeView::of).toList(), null);
    }
}
