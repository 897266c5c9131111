package it.milanoaiuta.platform.web.http;

import java.util.Set;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;

/** A method somebody made up is no name for a metric: each would be a series of its own. */
public class MethodsInMetrics {

    private static final String TAG = "method";
    private static final Set<String> KNOWN = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT",
            "TRACE");

    @Produces
    @Singleton
    MeterFilter knownMethods() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id meter) {
                String method = meter.getName().startsWith("http.server") ? meter.getTag(TAG) : null;
                return method == null || KNOWN.contains(method) ? meter : meter.withTag(Tag.of(TAG, "OTHER"));
            }
        };
    }
}
