package it.milanoaiuta.platform.events.outbox;

import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Down when the relay's threads are dead, which only a restart cures. An outage of Kafka or of the database is none of that:
 * the relay waits through it, and requests are ready to be served as long as the database is there.
 */
@Liveness
class RelayAlive implements HealthCheck {

    @Inject
    Relay relay;

    @Inject
    RelayLease lease;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("event relay").status(relay.isRunning()).withData("leading", lease.isHeld()).build();
    }
}
