package it.milanoaiuta.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        assertTrue(Ports.isFree(port));
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertFalse(Ports.isFree(port));
        }
        assertTrue(Ports.isFree(port));
    }

    @Test
    void a_listener_on_every_address_takes_loopback_too() throws IOException {
        int port = Ports.unused();
        try (ServerSocket socket = new ServerSocket(port)) {
            assertFalse(Ports.isFree(port));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_process_that_listens_is_found() throws IOException {
        int port = Ports.unused();
        assertTrue(Ports.listener(port).isEmpty());
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(ProcessHandle.current(), Ports.listener(port).orElseThrow());
            assertTrue(Ports.describeListener(port).startsWith("process " + ProcessHandle.current().pid()));
        }
    }

    @Test
    void several_unused_ports_are_different_ones() {
        assertEquals(8, Arrays.stream(Ports.unused(8)).distinct().count());
    }
}
