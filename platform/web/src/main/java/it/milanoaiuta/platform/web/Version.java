package it.milanoaiuta.platform.web;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Strong entity tags from a row's version, and the check of If-Match (RFC 9110, RFC 6585): the versions a caller decided on.
 */
public final class Version {

    private static final String ANY = "*";

    private final Set<String> tags;

    private Version(Set<String> tags) {
        this.tags = tags;
    }

    /** The header value for a version, quotes included. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * What the caller saw: a tag, a list of them, or <code>*</code>, whatever it is now. Compared as it stands: a weak tag,
     * <code>"01"</code> and whatever else is not our very tag is another version.
     *
     * @param ifMatch the header If-Match as sent
     * @throws PreconditionRequired when it is missing (428)
     */
    public static Version seen(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new PreconditionRequired();
        }
        return new Version(Stream.of(ifMatch.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * To be asked under the row's lock.
     *
     * @param current of the row now
     * @throws Stale when the caller decided on another one (412)
     */
    public void mustBe(long current) {
        if (!tags.contains(etag(current)) && !tags.equals(Set.of(ANY))) {
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
