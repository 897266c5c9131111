package it.milanoaiuta.platform.events.stream;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a service may configure of event delivery. */
@ConfigMapping(prefix = "delivery")
public interface DeliveryConfig {

    /** This service as a producer: the first part of its topics' names and the events' CloudEvents source. */
    String source();

    /**
     * Base64 of 32 bytes; encrypts stored answers and keys the fingerprints of requests. After a rotation the older secrets
     * follow, separated by commas, for seven days. Replicas that run at the same time must know each other's: a new secret
     * comes last everywhere before it comes first anywhere.
     */
    List<String> secret();

    /** Goes before every topic's name on Kafka, and nowhere else: several stacks share one broker. */
    Optional<String> topicPrefix();

    /** Copies of each topic Kafka keeps: 3 in production, where 2 of them must have a record before it is acknowledged. */
    @WithDefault("1")
    short replicationFactor();

    /** The producers this service hears, by source, for the audit; one that is not named is not audited. */
    Map<String, Producer> producers();

    /** Where another service is reached. */
    interface Producer {

        /** For example <code>http://localhost:8081</code>. */
        String url();
    }
}
