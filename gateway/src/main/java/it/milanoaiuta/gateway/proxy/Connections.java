package it.milanoaiuta.gateway.proxy;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import org.eclipse.microprofile.config.ConfigProvider;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;

/**
 * Closes a connection too many in the moment it is accepted: of one address (/64 of IPv6), and of all. Vert.x finds this class
 * as a service; its HTTP server alone knows a connection only when it has built everything for it, and Quarkus'
 * <code>limits.max-connections</code> lets one address take them all.
 */
public final class Connections implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new Guarded());
    }

    private static final class Guarded extends JDKTransport {

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            super.configure(options, domainSocket, bootstrap);
            bootstrap.handler(new Guard(limit("gateway.connections.whole"), limit("gateway.connections.address")));
        }

        /** Where nobody says one it is no door of ours. */
        private static int limit(String key) {
            return ConfigProvider.getConfig().getOptionalValue(key, Integer.class).orElse(Integer.MAX_VALUE);
        }
    }

    /** Before the acceptor of one server. */
    static final class Guard extends ChannelInboundHandlerAdapter {

        private final int most;
        private final int mostOfOne;
        private final Map<String, Integer> open = new HashMap<>();
        private int all;

        Guard(int most, int mostOfOne) {
            this.most = most;
            this.mostOfOne = mostOfOne;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            Channel caller = (Channel) accepted;
            String address = address(caller.remoteAddress());
            if (enter(address)) {
                caller.closeFuture().addListener(closed -> leave(address));
                context.fireChannelRead(accepted);
            } else {
                caller.unsafe().closeForcibly();
            }
        }

        private synchronized boolean enter(String address) {
            int hers = open.getOrDefault(address, 0);
            if (all >= most || hers >= mostOfOne) {
                return false;
            }
            open.put(address, hers + 1);
            all++;
            return true;
        }

        private synchronized void leave(String address) {
            open.computeIfPresent(address, (one, hers) -> hers > 1 ? hers - 1 : null);
            all--;
        }

        static String address(SocketAddress caller) {
            if (!(caller instanceof InetSocketAddress internet) || internet.getAddress() == null) {
                return "unknown";
            }
            byte[] address = internet.getAddress().getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(address, address.length == 4 ? 4 : 8));
        }
    }
}
