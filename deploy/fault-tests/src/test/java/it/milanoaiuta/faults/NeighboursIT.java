package it.milanoaiuta.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import it.milanoaiuta.local.OwnPlatform;

/** What others do on the same servers. */
class NeighboursIT extends Survival {

    /** It would hold back whoever reads the log, or judges by the oldest transaction. */
    @Test
    void a_transaction_of_five_minutes_in_another_database_delays_nothing() throws Exception {
        Db elsewhere = new Db(Servers.shared().freshDatabase("elsewhere"));
        survives(city -> elsewhere.meanwhile("select pg_current_xact_id()", () -> {
            long end = System.nanoTime() + Duration.ofSeconds(Integer.getInteger("transaction.seconds", 300)).toNanos();
            while (System.nanoTime() < end) {
                city.eventsGoOn();
                Poll.pause(Duration.ofSeconds(5));
            }
        }));
    }

    @Test
    void the_disk_of_postgres_and_kafka_is_full_for_a_while() throws Exception {
        Path disk = Files.createDirectories(Path.of("target/small-disk")).toAbsolutePath();
        assertThat(run("mount", "-t", "tmpfs", "-o", "size=700m,mode=755", "tmpfs", disk.toString()))
                .as("this piece needs the right to mount a small disk: run it as root").isTrue();
        try (OwnPlatform onSmallDisk = Servers.start(disk.resolve("servers"))) {
            survives(onSmallDisk, City.Wiring.NONE, city -> {
                Path filler = disk.resolve("filler");
                fill(filler);
                Poll.pause(Duration.ofSeconds(30)); // the fault itself
                fill(filler);
                Poll.pause(Duration.ofSeconds(10));
                Files.delete(filler);
            });
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private static void fill(Path filler) throws IOException {
        byte[] megabyte = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(megabyte);
            }
        } catch (IOException full) {
            System.out.println("the disk is full: " + full.getMessage());
        }
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
                .waitFor() == 0;
    }
}
