package it.milanoaiuta.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Kafka, one KRaft node that is broker and controller. Topics are made by those who write them, never by a typing error. */
public final class Kafka implements Part {

    private final int port;
    private final int controllerPort;
    private final Path data;

    /** @param controllerPort a second port of 127.0.0.1, on which the node speaks with itself */
    Kafka(int port, int controllerPort, Path data) {
        this.port = port;
        this.controllerPort = controllerPort;
        this.data = data;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, controllerPort);
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void prepare() throws IOException {
        Private.folder(data);
        Files.writeString(data.resolve("server.properties"), """
                process.roles=broker,controller
                node.id=1
                listeners=CLIENTS://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=CLIENTS://127.0.0.1:%1$d
                listener.security.protocol.map=CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=CLIENTS
                controller.listener.names=CONTROLLER
                controller.quorum.bootstrap.servers=127.0.0.1:%2$d
                log.dirs=%3$s
                auto.create.topics.enable=false
                num.partitions=6
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=6
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                # one that was killed is let in again when its old session has ended: 9 s would be an outage for nobody's good
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                # a consumer alone in its group need not wait for others to come
                group.initial.rebalance.delay.ms=0
                # event_log of the producers is the archive; here events stay for ever too
                log.retention.ms=-1
                num.network.threads=2
                num.io.threads=4
                log.cleaner.dedupe.buffer.size=8388608
                """.formatted(port, controllerPort, data.resolve("log")));
    }

    @Override
    public ProcessBuilder command() {
        return Jvm.running(KafkaNode.class, List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX"),
                List.of(data.resolve("server.properties").toString()));
    }

    @Override
    public boolean ready() throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2000, AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2000))) {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        }
    }
}
