package it.milanoaiuta.gateway.ask;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The services behind the door and how long they are waited for. */
@ConfigMapping(prefix = "gateway")
public interface Services {

    String PREFIX = "/api/v1/";

    String VOLUNTEERS = "volunteers";
    String DONATIONS = "donations";
    String FOOD_HUB = "food-hub";

    /** By name. */
    Map<String, Service> services();

    /** Whether people and goods are invented (<code>deploy/up --demo</code>): every page says so. */
    @WithDefault("false")
    boolean demo();

    /** Under which names we are asked, whatever the port; whoever was led here under another is told nothing in it. */
    Set<String> hosts();

    /** Of callers. */
    Open connections();

    /** Connections to one service. */
    @WithDefault("64")
    int poolSize();

    /** Requests that may wait for a connection to one service; one more is answered 503 at once. */
    @WithDefault("256")
    int maxQueue();

    /** For a connection, new or from the pool. */
    @WithDefault("1s")
    Duration connectTimeout();

    /** Without a byte from the service. Longer than what a service itself waits for: 2 s for a connection, 2 s for a duplicate. */
    @WithDefault("8s")
    Duration idleTimeout();

    /** For the whole exchange. */
    @WithDefault("20s")
    Duration timeLimit();

    /** How many connections callers may have open. */
    interface Open {

        int whole();

        /** Of one address. */
        int address();
    }

    interface Service {

        URI url();

        /** First segments after <code>/api/v1/</code> that it owns; for <code>me</code> the first two. */
        Set<String> paths();
    }

    /**
     * The name of the service that owns an address.
     *
     * @param path without query
     */
    default Optional<String> ownerOf(String path) {
        if (!path.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String[] segments = path.substring(PREFIX.length()).split("/");
        String first = segments[0].equals("me") && segments.length > 1 ? "me/" + segments[1] : segments[0];
        return services().entrySet().stream().filter(service -> service.getValue().paths().contains(first))
                .map(Map.Entry::getKey).findFirst();
    }
}
