package it.milanoaiuta.foodhub.outbound.recipe;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;

@ApplicationScoped
public class Recipes implements PanacheRepositoryBase<Recipe, UUID> {

    /** The version that a hand-over on that day follows. */
    public Optional<Recipe> inForce(String code, LocalDate handOver) {
        return find("code = ?1 and inForceFrom <= ?2", Sort.descending("inForceFrom", "version"), code, handOver).page(0, 1)
                .firstResultOptional();
    }

    public List<Recipe> allVersions() {
        return listAll(Sort.by("code", "version"));
    }

    /** Adds a version that is not there yet; a repeat, or a second replica at the same time, changes nothing. */
    public void addOnce(Recipe recipe) {
        int added = getSession().createNativeMutationQuery("""
                insert into recipe (id, code, version, in_force_from, per, note) values (?1, ?2, ?3, ?4, ?5, ?6)
                on conflict (id) do nothing
                """).setParameter(1, recipe.id()).setParameter(2, recipe.code()).setParameter(3, recipe.version())
                .setParameter(4, recipe.inForceFrom()).setParameter(5, recipe.per().name()).setParameter(6, recipe.note())
                .executeUpdate();
        if (added == 1) {
            findById(recipe.id()).lines().addAll(recipe.lines());
        }
    }
}
