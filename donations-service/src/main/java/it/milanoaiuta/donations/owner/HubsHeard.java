package it.milanoaiuta.donations.owner;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

import it.milanoaiuta.platform.events.Hearing;

/** Keeps the copy of the hubs, whether they take donations now, and who manages them. */
@ApplicationScoped
public class HubsHeard implements Hearing {

    static final String TOPIC = "food-hub.hubs";

    record HubTold(UUID hubId, short municipio) {}

    record IntakeTold(UUID hubId) {}

    record NamedTold(UUID hubId, UUID subject, LocalDate from, LocalDate until) {}

    record RemovedTold(UUID hubId, UUID subject) {}

    @Inject
    Session database;

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void register(Handlers on) {
        on.event("HubOpened.v1", HubTold.class, (told, heard) -> keep(told))
                .event("HubChanged.v1", HubTold.class, (told, heard) -> keep(told))
                .event("IntakePaused.v1", IntakeTold.class, (told, heard) -> keepIntake(told, true))
                .event("IntakeResumed.v1", IntakeTold.class, (told, heard) -> keepIntake(told, false))
                .event("ManagerNamed.v1", NamedTold.class, (told, heard) -> named(told))
                .event("ManagerRemoved.v1", RemovedTold.class, (told, heard) -> removed(told));
    }

    private void keep(HubTold told) {
        database.createNativeQuery("""
                insert into hub (id, municipio) values (:id, :municipio)
                on conflict (id) do update set municipio = excluded.municipio
                """).setParameter("id", told.hubId()).setParameter("municipio", told.municipio()).executeUpdate();
    }

    private void keepIntake(IntakeTold told, boolean paused) {
        database.createNativeQuery("""
                insert into hub (id, intake_paused) values (:id, :paused)
                on conflict (id) do update set intake_paused = excluded.intake_paused
                """).setParameter("id", told.hubId()).setParameter("paused", paused).executeUpdate();
    }

    private void named(NamedTold told) {
        database.createNativeQuery("""
                insert into hub_manager (hub_id, subject, from_day, until_day) values (:hub, :subject, :from, :until)
                on conflict (hub_id, subject) do update set from_day = excluded.from_day, until_day = excluded.until_day
                """).setParameter("hub", told.hubId()).setParameter("subject", told.subject())
                .setParameter("from", told.from()).setParameter("until", told.until(), LocalDate.class).executeUpdate();
    }

    private void removed(RemovedTold told) {
        database.createNativeQuery("delete from hub_manager where hub_id = :hub and subject = :subject")
                .setParameter("hub", told.hubId()).setParameter("subject", told.subject()).executeUpdate();
    }
}
