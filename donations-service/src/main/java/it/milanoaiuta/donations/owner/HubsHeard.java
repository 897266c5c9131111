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

    /** Of HubOpened and HubChanged. */
    record HubDescribed(UUID hubId, short municipio) {}

    record Intake(UUID hubId) {}

    /** @param until last day, included; null until removed */
    record ManagerNamed(UUID hubId, UUID subject, LocalDate from, LocalDate until) {}

    record ManagerRemoved(UUID hubId, UUID subject) {}

    @Inject
    Session database;

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void register(Handlers on) {
        on.event("HubOpened.v1", HubDescribed.class, (event, heard) -> keep(event))
                .event("HubChanged.v1", HubDescribed.class, (event, heard) -> keep(event))
                .event("IntakePaused.v1", Intake.class, (event, heard) -> keepIntake(event.hubId(), true))
                .event("IntakeResumed.v1", Intake.class, (event, heard) -> keepIntake(event.hubId(), false))
                .event("ManagerNamed.v1", ManagerNamed.class, (event, heard) -> named(event))
                .event("ManagerRemoved.v1", ManagerRemoved.class, (event, heard) -> removed(event));
    }

    private void keep(HubDescribed hub) {
        database.createNativeMutationQuery("""
                insert into hub (id, municipio) values (:id, :municipio)
                on conflict (id) do update set municipio = excluded.municipio
                """).setParameter("id", hub.hubId()).setParameter("municipio", hub.municipio()).executeUpdate();
    }

    private void keepIntake(UUID hub, boolean paused) {
        database.createNativeMutationQuery("""
                insert into hub (id, intake_paused) values (:id, :paused)
                on conflict (id) do update set intake_paused = excluded.intake_paused
                """).setParameter("id", hub).setParameter("paused", paused).executeUpdate();
    }

    private void named(ManagerNamed manager) {
        database.createNativeMutationQuery("""
                insert into hub_manager (hub_id, subject, from_day, until_day) values (:hub, :subject, :from, :until)
                on conflict (hub_id, subject) do update set from_day = excluded.from_day, until_day = excluded.until_day
                """).setParameter("hub", manager.hubId()).setParameter("subject", manager.subject())
                .setParameter("from", manager.from()).setParameter("until", manager.until(), LocalDate.class).executeUpdate();
    }

    private void removed(ManagerRemoved manager) {
        database.createNativeMutationQuery("delete from hub_manager where hub_id = :hub and subject = :subject")
                .setParameter("hub", manager.hubId()).setParameter("subject", manager.subject()).executeUpdate();
    }
}
