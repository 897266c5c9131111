package it.milanoaiuta.platform.events.inbox;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.config.spi.ConfigSource;

import it.milanoaiuta.platform.events.Hearing;

/**
 * Tells the channel <code>delivery</code> its topics: those of the {@link Hearing} beans, which no file needs to repeat. They
 * are known when the beans are there, just before the connector opens the channel and asks.
 */
public class HeardTopics implements ConfigSource {

    private static final String CHANNEL = "mp.messaging.incoming.delivery.";

    private static volatile Map<String, String> properties = Map.of();

    static void are(Collection<String> topics) {
        properties = topics.isEmpty()
                ? Map.of(CHANNEL + "enabled", "false")
                : Map.of(CHANNEL + "topics", String.join(",", topics));
    }

    @Override
    public Map<String, String> getProperties() {
        return properties;
    }

    @Override
    public Set<String> getPropertyNames() {
        return properties.keySet();
    }

    @Override
    public String getValue(String key) {
        return properties.get(key);
    }

    @Override
    public String getName() {
        return "topics of the Hearing beans";
    }
}
