package org.supervision.audit.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.audit.ChainHead;
import org.supervision.audit.ChainState;
import org.supervision.audit.Difference;

/**
 * What verifying the chains of the trail has found.
 *
 * @param waitingSince when the oldest entry was made that waits for its seal longer than it should; {@code null} for none
 */
record VerificationView(
        boolean intact, OffsetDateTime verifiedAt, @Nullable OffsetDateTime waitingSince, List<ChainView> chains) {

    /**
     * One chain.
     *
     * @param government {@code null} for the installation's
     * @param removed entries that have been removed for their age
     * @param difference the first one
     * @param differences at most 100 of them
     * @param differing how many there are
     */
    record ChainView(
            @Nullable String government,
            boolean intact,
            long removed,
            long entries,
            long sealed,
            long unsealed,
            @Nullable HeadView head,
            @Nullable Difference difference,
            List<Difference> differences,
            long differing) {}

    /** The last seal. */
    record HeadView(long position, String hash, String algorithm, OffsetDateTime sealedAt) {}

    static VerificationView of(List<ChainState> chains, @Nullable Instant waitingSince, Instant now, ZoneId zone) {
        return new VerificationView(
                chains.stream().allMatch(ChainState::intact),
                now.atZone(zone).toOffsetDateTime(),
                waitingSince == null ? null : waitingSince.atZone(zone).toOffsetDateTime(),
                chains.stream()
                        .map(chain -> new ChainView(
                                chain.government(),
                                chain.intact(),
                                chain.removed(),
                                chain.entries(),
                                chain.sealed(),
                                chain.unsealed(),
                                head(chain.head(), zone),
                                chain.difference(),
                                chain.differences(),
                                chain.differing()))
                        .toList());
    }

    private static @Nullable HeadView head(@Nullable ChainHead head, ZoneId zone) {
        return head == null
                ? null
                : new HeadView(
                        head.position(),
                        head.hash(),
                        head.algorithm(),
                        head.sealedAt().atZone(zone).toOffsetDateTime());
    }
}
