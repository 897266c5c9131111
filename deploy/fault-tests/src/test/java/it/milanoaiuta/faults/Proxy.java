package it.milanoaiuta.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A bad network between a service and its server, on loopback. */
final class Proxy implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final int target;
    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;

    Proxy(int target) throws IOException {
        this.target = target;
        thread(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                wires.add(new Wire(door.accept()));
            } catch (IOException closedOrServerAway) {
                // the client notices by itself
            }
        }
    }

    /** Everything takes so much longer, each way; zero heals. */
    void slow(Duration each) {
        delay = each;
    }

    /** Ends every connection by a reset. */
    void cut() {
        wires.forEach(Wire::reset);
    }

    /** The server seems to have said its last word; what the client still says goes on reaching it. */
    void halfClose() {
        wires.forEach(Wire::halfClose);
    }

    /** What is connected now never hears anything again, and neither end learns that the other has gone. */
    void strand() {
        wires.forEach(wire -> wire.stranded = true);
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    /** One connection and its continuation. */
    private class Wire {

        private final Socket client;
        private final Socket server;
        private volatile boolean stranded;

        Wire(Socket client) throws IOException {
            this.client = client;
            try {
                this.server = new Socket(HOST, target);
            } catch (IOException serverAway) {
                client.close();
                throw serverAway;
            }
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            thread(() -> pump(client, server, false));
            thread(() -> pump(server, client, true));
        }

        private void pump(Socket from, Socket to, boolean answers) {
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] chunk = new byte[64 * 1024];
                for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                    if (!delay.isZero()) {
                        Poll.pause(delay);
                    }
                    if (stranded) {
                        continue;
                    }
                    if (answers) {
                        stayOnTheWay(chunk, length);
                    }
                    out.write(chunk, 0, length);
                    out.flush();
                }
                if (!stranded) {
                    to.shutdownOutput();
                }
            } catch (IOException broken) {
                if (!stranded) {
                    reset();
                }
            }
        }

        /** Kafka's clients go where its answers say it is: host and port, in the binary protocol side by side. */
        private void stayOnTheWay(byte[] chunk, int length) {
            byte[] real = address(target);
            for (int at = 0; at + real.length <= length; at++) {
                if (Arrays.equals(real, 0, real.length, chunk, at, at + real.length)) {
                    System.arraycopy(address(port()), 0, chunk, at, real.length);
                }
            }
        }

        private byte[] address(int port) {
            byte[] host = HOST.getBytes(StandardCharsets.US_ASCII);
            return ByteBuffer.allocate(host.length + Integer.BYTES).put(host).putInt(port).array();
        }

        void halfClose() {
            try {
                client.shutdownOutput();
            } catch (IOException gone) {
                reset();
            }
        }

        void reset() {
            wires.remove(this);
            for (Socket end : new Socket[]{client, server}) {
                try {
                    end.setSoLinger(true, 0);
                    end.close();
                } catch (IOException gone) {
                    // that is what we want
                }
            }
        }
    }
}
