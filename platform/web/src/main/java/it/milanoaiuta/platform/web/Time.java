package it.milanoaiuta.platform.web;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.arc.DefaultBean;

/** The one source of "now"; a test brings its own. */
public class Time {

    /**
     * In Europe/Rome, so that <code>LocalDate.now(clock)</code> is the city's day; in microseconds, so that an instant is the
     * same before and after PostgreSQL kept it.
     */
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.tick(Clock.system(CityTime.ZONE), Duration.ofNanos(1_000));
    }
}
