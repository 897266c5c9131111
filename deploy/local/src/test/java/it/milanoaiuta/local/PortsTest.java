package it.milanoaiuta.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortsTest {

    @Test
    void a_port_is_free_until_somebody_listens_on_loopback() throws IOException {
        int port = Ports.unused();
        assertThat(Ports.isFree(port)).isTrue();
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(port)).isFalse();
        }
        assertThat(Ports.isFree(port)).isTrue();
    }

    @Test
    void a_listener_on_every_address_takes_loopback_too() throws IOException {
        int port = Ports.unused();
        try (ServerSocket socket = new ServerSocket(port)) {
            assertThat(Ports.isFree(port)).isFalse();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_process_that_listens_is_found() throws IOException {
        int port = Ports.unused();
        assertThat(Ports.listener(port)).isEmpty();
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.listener(port).orElseThrow()).isEqualTo(ProcessHandle.current());
            assertThat(Ports.describeListener(port)).startsWith("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void several_unused_ports_are_different_ones() {
        assertThat(Arrays.stream(Ports.unused(8)).distinct().count()).isEqualTo(8);
    }
}
