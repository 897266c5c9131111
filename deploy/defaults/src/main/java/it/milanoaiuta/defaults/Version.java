package it.milanoaiuta.defaults;

/** Strong entity tags from a row's version, and the check of If-Match (RFC 9110, RFC 6585). */
public final class Version {

    private Version() {}

    /** The header value for a version, quotes included. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version the caller saw; decide with <code>UPDATE … WHERE version = ?</code> and throw {@link Stale} when no row
     * was touched.
     *
     * @param ifMatch the header If-Match as sent
     * @throws PreconditionRequired when it is missing (428)
     * @throws Stale when it is not one of our tags (412)
     */
    public static long seen(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new PreconditionRequired();
        }
        try {
            return Long.parseLong(ifMatch.strip().replaceAll("^\"|\"$", ""));
        } catch (NumberFormatException notOurs) {
            throw new Stale();
        }
    }

    /** 428: send If-Match with the ETag you read. */
    public static class PreconditionRequired extends Refusal {
        public PreconditionRequired() {
            super(428, "if-match-required");
        }
    }

    /** 412: somebody changed it since you read it. */
    public static class Stale extends Refusal {
        public Stale() {
            super(412, "stale");
        }
    }
}
