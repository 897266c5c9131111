package it.milanoaiuta.foodhub.confirming;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.platform.due.DueWork;
import it.milanoaiuta.platform.due.Messages;

/**
 * A confirmation that nobody settles in time is an alarm: told once to the hub's managers and in the log, counted in
 * <code>foodhub.to.settle.overdue</code> and marked in the hub's list. It makes nobody unhealthy: a person has to act.
 */
@ApplicationScoped
class SettlingAlarm {

    private static final Logger LOG = Logger.getLogger(SettlingAlarm.class);

    /** What the managers are told: its cause is what waits. */
    static final String MESSAGE = "TO_SETTLE_OVERDUE";

    @Inject
    DueWork due;

    @Inject
    Managers managers;

    @Inject
    Messages messages;

    @Inject
    Session session;

    @Inject
    SettlingRules rules;

    @Inject
    MeterRegistry meters;

    private volatile double overdue = Double.NaN;

    void register(@Observes StartupEvent started) {
        Gauge.builder("foodhub.to.settle.overdue", () -> overdue)
                .description("confirmations that have waited to be settled for longer than they may").register(meters);
    }

    @Scheduled(every = "${food-hub.to-settle.every:60s}", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        due.each("""
                select id from to_settle
                where choice is null and alarmed_at is null and recorded_at <= now() - make_interval(secs => %d)
                  and id <> all(:failed)
                order by recorded_at limit 1 for update skip locked""".formatted(rules.patience().toSeconds()), this::alarm);
        count();
    }

    private void alarm(UUID id) {
        UUID hubId = session
                .createNativeQuery("update to_settle set alarmed_at = now() where id = :id returning hub_id", UUID.class)
                .setParameter("id", id).getSingleResult();
        managers.today(hubId).forEach(manager -> messages.decide(id, manager, MESSAGE));
        LOG.warnf("Confirmation %s has waited to be settled for more than %s", id, rules.patience());
    }

    @Transactional
    void count() {
        overdue = session.createNativeQuery("""
                select count(*) from to_settle
                where choice is null and recorded_at <= now() - make_interval(secs => %d)"""
                .formatted(rules.patience().toSeconds()), Long.class).getSingleResult();
    }
}
