package it.milanoaiuta.donations;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.test.Mock;
import it.milanoaiuta.platform.events.CopyLags;
import it.milanoaiuta.platform.events.Freshness;

/** In these tests no producer runs whose lag could be measured: a test says which copy lags. */
@Mock
@ApplicationScoped
public class KnownFreshness extends Freshness {

    private final Set<String> lagging = ConcurrentHashMap.newKeySet();

    @Override
    public void mustBeRecent(String topic) {
        if (lagging.contains(topic)) {
            throw new CopyLags();
        }
    }

    public void lag(String topic, Runnable meanwhile) {
        lagging.add(topic);
        try {
            meanwhile.run();
        } finally {
            lagging.remove(topic);
        }
    }
}
