package it.milanoaiuta.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SupervisedTest {

    @TempDir
    Path temporary;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private Home home;
    private Supervised sleeper;

    @BeforeEach
    void aHome() throws IOException {
        home = new Home(temporary.resolve("home"));
    }

    @AfterEach
    void end() {
        if (sleeper != null) {
            sleeper.end();
        }
    }

    @Test
    void a_part_that_is_killed_comes_back_and_it_is_told() throws Exception {
        sleeper = supervised(sleeping("exec sleep 1000"));
        sleeper.start();
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("ready");
        ProcessHandle first = process();
        first.destroyForcibly();
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("died 137");
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("back");
        assertThat(process().pid()).isNotEqualTo(first.pid());
    }

    @Test
    void a_part_that_is_ended_stays_ended() throws Exception {
        sleeper = supervised(sleeping("exec sleep 1000"));
        sleeper.start();
        ProcessHandle process = process();
        sleeper.end();
        assertThat(process.isAlive()).isFalse();
        assertThat(home.leftovers()).isEmpty();
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("ready");
        assertThat(told.poll(1, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void a_part_that_does_not_start_is_reported_with_its_last_words() {
        sleeper = supervised(sleeping("echo no room on the disk; exit 3"));
        PartFailed failure = catchThrowableOfType(PartFailed.class, sleeper::start);
        assertThat(failure.getMessage().contains("ended with 3") && failure.getMessage().contains("no room on the disk"))
                .as(failure.getMessage()).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void an_answer_by_somebody_elses_listener_is_not_taken_for_ours() throws IOException {
        try (ServerSocket foreign = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            sleeper = supervised(new Sleeping("exec sleep 1000", foreign.getLocalPort()));
            PartFailed failure = catchThrowableOfType(PartFailed.class, sleeper::start);
            assertThat(failure.getMessage()).contains("not by ours");
        }
    }

    private Supervised supervised(Part part) {
        return new Supervised(part, home, journal(), Duration.ofSeconds(10));
    }

    private ProcessHandle process() throws IOException {
        return home.leftovers().get("sleeper");
    }

    private static Part sleeping(String script) {
        return new Sleeping(script, Ports.unused());
    }

    private record Sleeping(String script, int port) implements Part {
        @Override
        public String name() {
            return "sleeper";
        }

        @Override
        public ProcessBuilder command() {
            return new ProcessBuilder(List.of("sh", "-c", script));
        }

        /** A moment after its start, so that one that ends at once is not ready. */
        @Override
        public boolean ready() throws InterruptedException {
            Thread.sleep(300);
            return script.startsWith("exec");
        }
    }

    private Journal journal() {
        return new Journal() {
            @Override
            public void ready(Part part, Duration took) {
                told.add("ready");
            }

            @Override
            public void died(Part part, int exit, Duration nextTryIn) {
                told.add("died " + exit);
            }

            @Override
            public void back(Part part, Duration took) {
                told.add("back");
            }

            @Override
            public void failed(Part part, RuntimeException why) {
                told.add("failed");
            }

            @Override
            public void tells(Part part, String what) {
                told.add(what);
            }
        };
    }
}
