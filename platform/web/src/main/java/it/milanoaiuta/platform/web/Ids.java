package it.milanoaiuta.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;

/** Ids of the platform: UUID version 7 (RFC 9562), so that new rows land side by side in an index. */
public final class Ids {

    private Ids() {}

    /** A new id. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** The same id for the same name, always (UUID version 5): for what must not be made twice. */
    public static UUID named(String name) {
        return UuidCreator.getNameBasedSha1(name.getBytes(StandardCharsets.UTF_8));
    }
}
