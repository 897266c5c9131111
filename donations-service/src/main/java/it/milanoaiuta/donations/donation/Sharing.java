package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import it.milanoaiuta.donations.catalogue.Quantity;
import it.milanoaiuta.donations.need.Share;

/**
 * Shares what a need line asks for among all that claim it: goods that are there first, then the promises, who holds a part keeps it
 * before who waits (domain, When plans and facts cross).
 */
final class Sharing {

    private final List<Claim> claims;
    private final List<Share> shares = new ArrayList<>();
    private BigDecimal room;

    private Sharing(BigDecimal requested, List<Claim> claims) {
        this.room = requested;
        this.claims = claims;
        claims.forEach(claim -> shares.add(Share.NONE));
    }

    /**
     * @param requested what the line asks for
     * @param claims the oldest first: what does not fit is the newest's
     * @return the share of each
     */
    static List<Share> of(BigDecimal requested, List<Claim> claims) {
        Sharing sharing = new Sharing(requested, claims);
        sharing.give((claim, has) -> Share.ofReceived(sharing.upTo(claim.handedOver())));
        sharing.give((claim, has) -> Share.ofInTransit(sharing.upTo(claim.there().subtract(claim.handedOver()))));
        sharing.give((claim, has) -> Share.ofPromised(sharing.upTo(kept(claim))));
        sharing.give((claim, has) -> Share.ofPromised(sharing.upTo(claim.coming().subtract(has.promised()))));
        return sharing.shares;
    }

    /** What of its promise a claim holds and may still bring; if it holds less afterwards, goods that are there took its place. */
    static BigDecimal kept(Claim claim) {
        return claim.held().promised().min(claim.coming());
    }

    private void give(BiFunction<Claim, Share, Share> part) {
        for (int i = 0; i < claims.size(); i++) {
            shares.set(i, shares.get(i).plus(part.apply(claims.get(i), shares.get(i))));
        }
    }

    private BigDecimal upTo(BigDecimal wanted) {
        BigDecimal given = wanted.min(room);
        room = room.subtract(given);
        return given.setScale(Quantity.DECIMALS);
    }
}
