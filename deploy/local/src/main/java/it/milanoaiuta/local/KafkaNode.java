package it.milanoaiuta.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.apache.kafka.common.Uuid;

import kafka.tools.StorageTool;

/** Kafka's own process. Formats an empty folder first: one JVM does both, a second one would cost its start again. */
final class KafkaNode {

    private KafkaNode() {}

    public static void main(String[] arguments) throws Exception {
        Path configuration = Path.of(arguments[0]);
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(configuration)) {
            properties.load(reader);
        }
        if (Files.notExists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
            int exit = StorageTool.execute(new String[]{"format", "--cluster-id", Uuid.randomUuid().toString(), "--config",
                    configuration.toString(), "--standalone"}, System.out);
            if (exit != 0) {
                System.exit(exit);
            }
        }
        kafka.Kafka.main(new String[]{configuration.toString()});
    }
}
