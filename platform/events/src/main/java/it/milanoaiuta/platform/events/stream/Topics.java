package it.milanoaiuta.platform.events.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the topics that are missing, for ever with the same partitions (another number would send an aggregate's next event
 * to another partition) and without end of retention (a new consumer hears everything).
 */
@ApplicationScoped
public class Topics {

    private static final Logger LOG = Logger.getLogger(Topics.class);
    private static final int PARTITIONS = 6;
    private static final long PATIENCE_SECONDS = 20;

    @Inject
    DeliveryConfig config;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    /** A topic's name on Kafka. */
    public String onKafka(String topic) {
        return config.topicPrefix().orElse("") + topic;
    }

    /** A topic's own name. */
    public String named(String onKafka) {
        return onKafka.substring(config.topicPrefix().orElse("").length());
    }

    /**
     * Makes those of them that are missing.
     *
     * @throws IllegalStateException when Kafka does not answer; to be tried again
     */
    public void ensure(Collection<String> topics) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            create(admin, missing(admin, topics));
        }
    }

    private List<String> missing(Admin admin, Collection<String> topics) {
        List<String> missing = new ArrayList<>();
        admin.describeTopics(topics.stream().map(this::onKafka).toList()).topicNameValues().forEach((topic, described) -> {
            try {
                check(described.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw unanswered(e.getCause());
                }
                missing.add(topic);
            } catch (TimeoutException | InterruptedException e) {
                throw unanswered(e);
            }
        });
        return missing;
    }

    private static void check(TopicDescription topic) {
        if (topic.partitions().size() != PARTITIONS) {
            LOG.errorf("Topic %s has %d partitions instead of %d: events of one aggregate may be in two of them", topic.name(),
                    topic.partitions().size(), PARTITIONS);
        }
    }

    private void create(Admin admin, List<String> onKafka) {
        Map<String, String> settings = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1",
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, config.replicationFactor() >= 3 ? "2" : "1");
        admin.createTopics(onKafka.stream()
                .map(topic -> new NewTopic(topic, Optional.of(PARTITIONS), Optional.of(config.replicationFactor()))
                        .configs(settings))
                .toList()).values().forEach((topic, created) -> {
                    try {
                        created.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                        LOG.infof("Made the topic %s", topic);
                    } catch (ExecutionException e) {
                        if (!(e.getCause() instanceof TopicExistsException)) {
                            throw unanswered(e.getCause());
                        }
                    } catch (TimeoutException | InterruptedException e) {
                        throw unanswered(e);
                    }
                });
    }

    private static IllegalStateException unanswered(Throwable cause) {
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new IllegalStateException("Kafka does not answer about its topics: " + cause, cause);
    }
}
