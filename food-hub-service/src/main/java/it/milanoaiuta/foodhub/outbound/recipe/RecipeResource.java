package it.milanoaiuta.foodhub.outbound.recipe;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import it.milanoaiuta.platform.web.Page;

@Path("/api/v1/recipes")
@Tag(name = "Recipes")
@PermitAll
public class RecipeResource {

    @Inject
    Recipes recipes;

    @GET
    @Operation(summary = "Every version of every recipe, by code and version")
    public Page<RecipeView> list() {
        return new Page<>(recipes.allVersions().stream().map(RecipeView::of).toList(), null);
    }
}
