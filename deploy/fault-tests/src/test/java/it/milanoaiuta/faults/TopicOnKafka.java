package it.milanoaiuta.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topic between the two services, as somebody meddles with it. */
record TopicOnKafka(String servers, String topic, String group) {

    private Map<String, Object> config() {
        return Map.of("bootstrap.servers", servers);
    }

    private List<TopicPartition> partitions() {
        return IntStream.range(0, 6).mapToObj(partition -> new TopicPartition(topic, partition)).toList();
    }

    /** Returns when Kafka has them all. */
    void send(List<ProducerRecord<byte[], byte[]>> records) {
        try (var kafka = new KafkaProducer<>(config(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var acknowledged : records.stream().map(kafka::send).toList()) {
                acknowledged.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As long as somebody is in the group it cannot be done; a killed member leaves it after its session. */
    void forgetOffsets() {
        try (Admin admin = Admin.create(config())) {
            Poll.until("offsets are forgotten", Duration.ofSeconds(60), () -> {
                admin.deleteConsumerGroupOffsets(group, Set.copyOf(partitions())).all().get();
                return true;
            });
        }
    }

    /** How many records the consumers have not yet said they have taken. */
    long waiting() throws Exception {
        try (Admin admin = Admin.create(config())) {
            Map<TopicPartition, OffsetAndMetadata> taken = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, OffsetSpec> latest = partitions().stream()
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .mapToLong(end -> end.getValue().offset()
                            - Optional.ofNullable(taken.get(end.getKey())).map(OffsetAndMetadata::offset).orElse(0L))
                    .sum();
        }
    }

    /**
     * Sends so many percent of all records once more, shuffled.
     *
     * @return how many of them carry this header
     */
    long sendAgain(Random random, int percent, String header) {
        List<ProducerRecord<byte[], byte[]>> again = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : all()) {
            if (random.nextInt(100) < percent) {
                again.add(new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers()));
            }
        }
        Collections.shuffle(again, random);
        send(again);
        return again.stream().filter(record -> record.headers().lastHeader(header) != null).count();
    }

    private List<ConsumerRecord<byte[], byte[]>> all() {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (var kafka = new KafkaConsumer<>(config(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            kafka.assign(partitions());
            kafka.seekToBeginning(partitions());
            Map<TopicPartition, Long> ends = kafka.endOffsets(partitions());
            while (ends.entrySet().stream().anyMatch(end -> kafka.position(end.getKey()) < end.getValue())) {
                kafka.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        return all;
    }
}
