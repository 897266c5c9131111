package it.milanoaiuta.gateway.proxy;

import java.util.Locale;

import io.vertx.core.buffer.Buffer;

/** A form as our own pages send it; another encoding is refused before anything tries to read it. */
final class Form {

    private static final String TYPE = "application/x-www-form-urlencoded";
    private static final String CHARSET = "charset=";

    private Form() {}

    /** @param contentType the header, may be null */
    static boolean is(String contentType) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT).replace(" ", "").replace("\"", "");
        int parameters = type.indexOf(';');
        return parameters < 0
                ? type.equals(TYPE)
                : type.substring(0, parameters).equals(TYPE) && isOurs(type.substring(parameters + 1));
    }

    private static boolean isOurs(String parameter) {
        return parameter.isEmpty() || parameter.equals(CHARSET + "utf-8");
    }

    /** Whether every <code>%</code> is followed by two digits of base 16. */
    static boolean canBeDecoded(Buffer body) {
        for (int i = 0; i < body.length(); i++) {
            if (body.getByte(i) == '%'
                    && (i + 2 >= body.length() || !isHex(body.getByte(i + 1)) || !isHex(body.getByte(i + 2)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(byte digit) {
        return Character.digit((char) digit, 16) >= 0;
    }
}
