package it.milanoaiuta.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    Path temporary;

    @Test
    void a_secret_is_made_once_and_only_its_owner_can_read_it() throws IOException {
        Home home = new Home(temporary.resolve("home"));
        String first = home.secrets().password("postgres");
        assertThat(home.secrets().password("postgres")).isEqualTo(first);
        assertThat(home.secrets().password("kafka")).isNotEqualTo(first);
        assertThat(mode(temporary.resolve("home/secrets.properties"))).isEqualTo("rw-------");
        assertThat(mode(temporary.resolve("home"))).isEqualTo("rwx------");
    }

    @Test
    void a_key_is_32_bytes_in_base64() throws IOException {
        String key = new Home(temporary.resolve("home")).secrets().key("delivery.volunteers");
        assertThat(Base64.getDecoder().decode(key).length).isEqualTo(32);
    }

    @Test
    void a_reset_takes_data_and_secrets_together() throws IOException {
        Home home = homeWithData();
        home.reset();
        assertThat(Files.exists(home.data("postgres")) || Files.exists(home.data("kafka"))).isFalse();
        assertThat(Files.exists(home.folder().resolve("secrets.properties"))).isFalse();
        assertThat(Files.isDirectory(home.folder().resolve("logs"))).isTrue();
    }

    @Test
    void a_reset_that_was_cut_short_is_completed_by_the_next_start() throws IOException {
        Home home = homeWithData();
        Files.write(home.folder().resolve("run/reset-not-complete"), new byte[0]);
        Private.delete(home.data("kafka"));
        home.completeReset();
        assertThat(Files.exists(home.data("postgres"))).isFalse();
        home.secrets().password("postgres");
        home.completeReset();
        assertThat(Files.exists(home.folder().resolve("secrets.properties"))).as("a second start resets nothing").isTrue();
    }

    @Test
    void a_process_with_another_start_is_not_taken_for_ours() throws IOException {
        Home home = new Home(temporary.resolve("home"));
        ProcessId self = ProcessId.of(ProcessHandle.current());
        Private.write(home.processFile("ours"), self.toString());
        Private.write(home.processFile("reused"), new ProcessId(self.pid(), self.startedAt() - 3600).toString());
        assertThat(home.leftovers().keySet()).isEqualTo(Set.of("ours"));
    }

    @Test
    void where_nothing_can_be_kept_is_said() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        PartFailed refused = catchThrowableOfType(PartFailed.class, () -> new Home(file.resolve("home")));
        assertThat(refused.getMessage()).startsWith("Data cannot be kept in " + file);
        assertThatThrownBy(() -> new Home(file)).isInstanceOf(PartFailed.class);
    }

    @Test
    void a_stack_on_any_ports_has_the_same_at_its_next_start_while_nobody_else_does() throws Exception {
        Home home = new Home(temporary.resolve("home"));
        PortPlan first = home.anyPorts();
        assertThat(home.anyPorts()).isEqualTo(first);
        try (ServerSocket other = new ServerSocket(first.kafka(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(home.anyPorts().kafka()).isNotEqualTo(first.kafka());
        }
    }

    @Test
    void demo_data_are_opened_by_a_demo_only_and_a_citys_own_by_none() throws IOException {
        Home demo = new Home(temporary.resolve("demo"));
        demo.keepOnly(true);
        demo.keepOnly(true);
        assertThatThrownBy(() -> demo.keepOnly(false)).isInstanceOf(PartFailed.class);
        Home live = new Home(temporary.resolve("live"));
        live.keepOnly(false);
        assertThatThrownBy(() -> live.keepOnly(true)).isInstanceOf(PartFailed.class);
        live.reset();
        live.keepOnly(true);
    }

    private Home homeWithData() throws IOException {
        Home home = new Home(temporary.resolve("home"));
        home.secrets().password("postgres");
        Files.createDirectories(home.data("postgres").resolve("base"));
        Files.createDirectories(home.data("kafka"));
        return home;
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
