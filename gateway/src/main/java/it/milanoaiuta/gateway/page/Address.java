package it.milanoaiuta.gateway.page;

/** What an address says by its form: whether we write it so, and whom it is for. */
public final class Address {

    private Address() {}

    /**
     * Whether an address is in the form we write: segments of letters, digits and <code>._~-</code> that begin with no point.
     * No regular expression: one with a group for each segment needs a frame of the stack for each.
     */
    public static boolean isPlain(String path) {
        if (path == null || path.isEmpty() || path.charAt(0) != '/' || path.length() > 1 && path.endsWith("/")) {
            return false;
        }
        for (int i = 1; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean begins = path.charAt(i - 1) == '/';
            if (!isLetterOrDigit(c) && "_~-".indexOf(c) < 0 && (begins || c != '.' && c != '/')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** Whether an address is of the pages of one's own, which alone a session opens. */
    public static boolean isPrivate(String path) {
        return path.equals("/app") || path.startsWith("/app/");
    }

    /** Whether programs ask there; all else is pages, and what belongs to them. */
    public static boolean isApi(String path) {
        return path.startsWith("/api/");
    }
}
