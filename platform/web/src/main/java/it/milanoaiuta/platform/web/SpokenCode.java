package it.milanoaiuta.platform.web;

/** What is left of a code however it was typed. */
public final class SpokenCode {

    private SpokenCode() {}

    /**
     * Without blanks and dashes of any kind and what nobody sees, in capitals, digits as 0 to 9: <code>ma 7k3f–9qx2</code> is
     * <code>MA7K3F9QX2</code>.
     *
     * @param typed may be null
     * @return empty for a blank
     */
    public static String compact(String typed) {
        String visible = typed == null ? null : Text.line(typed);
        if (visible == null) {
            return "";
        }
        StringBuilder compact = new StringBuilder();
        visible.codePoints().filter(c -> c != ' ' && !isDash(c)).map(SpokenCode::capital).forEach(compact::appendCodePoint);
        return compact.toString();
    }

    /** Also the minus, the bullet and the modifier that look like one. */
    private static boolean isDash(int c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION || c == 0x2212 || c == 0x2043 || c == 0x02D7;
    }

    private static int capital(int c) {
        return Character.isDigit(c) ? '0' + Character.digit(c, 10) : Character.toUpperCase(c);
    }
}
