package it.milanoaiuta.volunteers.opportunity;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.volunteers.hub.HubLocated;
import it.milanoaiuta.volunteers.owner.Owner;

/** All opportunities. */
@ApplicationScoped
public class Opportunities implements PanacheRepositoryBase<Opportunity, UUID> {

    public Opportunity existing(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /** The same help at the same place as another organises it, made when it first takes over a shift of it. */
    public Opportunity organisedBy(Owner another, Opportunity opportunity) {
        UUID id = Ids.named("taken-over:" + opportunity.id() + ":" + another.ownerId());
        getSession().createNativeMutationQuery("""
                insert into opportunity (id, owner_kind, owner_id, task, title, place_name, place_address, municipio, longitude,
                                         latitude, minimum_age, languages, skills, created_at)
                select :id, :kind, :owner, task, title, place_name, place_address, municipio, longitude, latitude, minimum_age,
                       languages, skills, now()
                from opportunity where id = :from
                on conflict do nothing""").setParameter("id", id).setParameter("kind", another.ownerKind().name())
                .setParameter("owner", another.ownerId()).setParameter("from", opportunity.id()).executeUpdate();
        return existing(id);
    }

    /** Those at the hub itself are where the hub is. */
    void located(@Observes HubLocated hub) {
        update("municipio = ?1 where owner.ownerId = ?2 and placeName is null and municipio is distinct from ?1",
                hub.municipio(), hub.hubId());
    }
}
