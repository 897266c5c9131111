package it.milanoaiuta.gateway.proxy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import io.vertx.ext.web.RoutingContext;
import it.milanoaiuta.gateway.page.Address;
import it.milanoaiuta.platform.web.CheckedCode;
import it.milanoaiuta.platform.web.SpokenCode;

/**
 * Donations' addresses with the code as people type it (<code>MA 7K3F 9QX2</code>): what is no plain address for its blanks and
 * dashes is one when its code is written as it is kept.
 */
final class SpokenCodes {

    private static final String DONATIONS = "/api/v1/donations/";
    private static final String PREFIX = "MA";
    /** Of a code with each of its characters encoded, dashes and blanks too. */
    private static final int LONGEST = 200;

    private SpokenCodes() {}

    /**
     * Begins the exchange anew with the plain address, or answers that the code was mistyped.
     *
     * @param path that is not plain
     * @return whether it was such an address
     */
    static boolean goOn(RoutingContext exchange, String path, Failures failures) {
        int end = path == null || !path.startsWith(DONATIONS) ? -1 : endOf(path);
        if (end < 0 || !Address.isPlain("/x" + path.substring(end))) {
            return false;
        }
        String typed = typed(path.substring(DONATIONS.length(), end));
        if (typed.isEmpty() || !typed.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c))) {
            return false;
        }
        CheckedCode.read(PREFIX, typed).ifPresentOrElse(code -> {
            String query = exchange.request().query();
            exchange.reroute(DONATIONS + code + path.substring(end) + (query == null ? "" : "?" + query));
        }, () -> failures.answer(exchange, 400, "mistyped", 0));
        return true;
    }

    private static int endOf(String path) {
        int slash = path.indexOf('/', DONATIONS.length());
        int end = slash < 0 ? path.length() : slash;
        return end - DONATIONS.length() > LONGEST ? -1 : end;
    }

    /** Empty for what is no text. */
    private static String typed(String segment) {
        try {
            return SpokenCode.compact(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException halfAnEscapeOrNoText) {
            return "";
        }
    }
}
