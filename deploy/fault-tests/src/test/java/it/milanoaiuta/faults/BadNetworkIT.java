package it.milanoaiuta.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** Slow, cut, half-closed and silently dead connections. */
class BadNetworkIT extends Survival {

    @Test
    void connections_to_kafka_are_slow_cut_half_closed_and_stranded() throws Exception {
        badNetwork(Servers.shared().addresses().kafka());
    }

    @Test
    void connections_to_postgres_are_slow_cut_half_closed_and_stranded() throws Exception {
        badNetwork(Servers.shared().addresses().database());
    }

    private static void badNetwork(String address) throws Exception {
        Matcher real = Pattern.compile("127\\.0\\.0\\.1:(\\d+)").matcher(address);
        assertThat(real.find()).as(address).isTrue();
        try (Proxy proxy = new Proxy(Integer.parseInt(real.group(1)))) {
            survives((city, role, config) -> config
                    .replaceAll((key, value) -> value.replace(real.group(), "127.0.0.1:" + proxy.port())), city -> {
                        proxy.slow(Duration.ofMillis(50));
                        city.eventsGoOn();
                        city.eventsGoOn();
                        proxy.slow(Duration.ZERO);
                        for (int i = 0; i < 10; i++) {
                            proxy.cut();
                            city.eventsGoOn();
                        }
                        for (int i = 0; i < 5; i++) {
                            proxy.halfClose();
                            city.eventsGoOn();
                        }
                        for (int i = 0; i < 2; i++) {
                            proxy.strand();
                            city.eventsGoOn();
                        }
                    });
        }
    }
}
