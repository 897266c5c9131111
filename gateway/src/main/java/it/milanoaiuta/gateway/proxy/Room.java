package it.milanoaiuta.gateway.proxy;

import java.util.HashMap;
import java.util.Map;

/** How many bytes of bodies are in memory, of all callers together and of each: nobody takes more than a share. */
final class Room {

    private final long whole;
    private final long share;
    private final Map<String, Long> taken = new HashMap<>();
    private long sum;

    /** In bytes. */
    Room(long whole, long share) {
        this.whole = whole;
        this.share = share;
    }

    /** False, and nothing taken, when there is not that much left. */
    synchronized boolean take(String caller, long bytes) {
        long hers = taken.getOrDefault(caller, 0L) + bytes;
        if (sum + bytes > whole || hers > share) {
            return false;
        }
        taken.put(caller, hers);
        sum += bytes;
        return true;
    }

    synchronized void release(String caller, long bytes) {
        taken.computeIfPresent(caller, (who, hers) -> hers > bytes ? hers - bytes : null);
        sum -= bytes;
    }
}
