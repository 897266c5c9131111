package it.milanoaiuta.donations.need;

import java.math.BigDecimal;
import java.util.UUID;

/** A need line under its lock, whose shares are being settled. */
public class LockedLine {

    final UUID id;
    final UUID needId;
    private final boolean ended;
    private final boolean ofHub;
    private BigDecimal lacking;
    Share change = Share.NONE;

    LockedLine(UUID id, UUID needId, boolean ended, boolean ofHub, BigDecimal lacking) {
        this.id = id;
        this.needId = needId;
        this.ended = ended;
        this.ofHub = ofHub;
        this.lacking = lacking;
    }

    /** The need was closed or cancelled: only what is delivered still counts. */
    public boolean isEnded() {
        return ended;
    }

    /** A hub's own need has what the hub accepted. */
    public boolean isOfHub() {
        return ofHub;
    }

    /** What a claimant may hold at most: what he holds now and what the line lacks. */
    public BigDecimal roomFor(Share held) {
        return lacking.add(held.total());
    }

    public void exchange(Share before, Share after) {
        lacking = lacking.add(before.total()).subtract(after.total());
        change = change.plus(after).minus(before);
    }
}
