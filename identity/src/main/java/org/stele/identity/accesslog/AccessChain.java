package org.stele.identity.accesslog;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.events.Sha256Digest;

/** Reads the access log row by row, checking that each follows from the one before, and digests its hours. */
public final class AccessChain {

    /** Rows that are there for ever, as far as their times go. */
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private final AccessRows rows;

    public AccessChain(AccessRows rows) {
        this.rows = rows;
    }

    /**
     * The digest of the next hour that has rows and is closed.
     *
     * @param before the digest of the hour before; null at the beginning
     * @param closedUntil the end of the last closed hour
     * @throws AccessLogChanged where a row is not as it was written
     */
    public Optional<HourDigest> next(@Nullable HourDigest before, Instant closedUntil) {
        long after = before == null ? 0 : before.last();
        List<AccessRow> first = rows.read(after, Instant.EPOCH, END, 1);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Instant hour = first.getFirst().recordedAt().truncatedTo(ChronoUnit.HOURS);
        Instant end = hour.plus(1, ChronoUnit.HOURS);
        if (end.isAfter(closedUntil)) {
            return Optional.empty();
        }
        Walk walk = new Walk(
                after,
                before == null
                        ? AccessRow.NONE
                        : HexFormat.of().parseHex(before.lastHash().hex()));
        List<AccessRow> page;
        do {
            page = rows.read(walk.number, Instant.EPOCH, end, AccessRows.MOST);
            page.forEach(walk::step);
        } while (page.size() == AccessRows.MOST);
        return Optional.of(walk.digest(hour, after + 1));
    }

    /**
     * Compares all rows with each other and with the recorded digests.
     *
     * @param digests in their order
     * @return how many rows there are
     * @throws AccessLogChanged with the first that is wrong
     */
    public long check(List<HourDigest> digests) {
        Walk walk = new Walk(0, AccessRow.NONE);
        int next = 0;
        long first = 1;
        List<AccessRow> page;
        do {
            page = rows.read(walk.number, Instant.EPOCH, END, AccessRows.MOST);
            for (AccessRow row : page) {
                walk.step(row);
                if (next < digests.size() && row.number() == digests.get(next).last()) {
                    HourDigest recorded = digests.get(next);
                    require(walk.digest(recorded.hour(), first), recorded);
                    walk.begin();
                    first = row.number() + 1;
                    next++;
                }
            }
        } while (page.size() == AccessRows.MOST);
        if (next < digests.size()) {
            HourDigest missing = digests.get(next);
            throw new AccessLogChanged(
                    "row %s is missing: the ledger recorded rows %s to %s for the hour from %s, and the log ends with row %s"
                            .formatted(walk.number + 1, missing.first(), missing.last(), missing.hour(), walk.number));
        }
        return walk.number;
    }

    private static void require(HourDigest found, HourDigest recorded) {
        if (!found.equals(recorded)) {
            throw new AccessLogChanged(
                    "rows %s to %s are not those of the digest that the ledger recorded for the hour from %s: they were changed, and chained anew"
                            .formatted(recorded.first(), recorded.last(), recorded.hour()));
        }
    }

    /** A place in the log, and the hashes since the last digest. */
    private static final class Walk {

        private long number;
        private byte[] hash;
        private MessageDigest hashes = Sha256Digest.newDigest();

        Walk(long number, byte[] hash) {
            this.number = number;
            this.hash = hash;
        }

        void step(AccessRow row) {
            if (row.number() != number + 1) {
                throw new AccessLogChanged(
                        "row %s is missing: after row %s comes row %s".formatted(number + 1, number, row.number()));
            }
            if (!row.follows(hash)) {
                throw new AccessLogChanged(
                        "row %s is not as it was written, or was put in: its hash is another one than that of its fields after row %s"
                                .formatted(row.number(), number));
            }
            number = row.number();
            hash = row.hash();
            hashes.update(row.hash());
        }

        void begin() {
            hashes = Sha256Digest.newDigest();
        }

        HourDigest digest(Instant hour, long first) {
            try {
                MessageDigest soFar = (MessageDigest) hashes.clone();
                return new HourDigest(
                        hour,
                        first,
                        number,
                        Sha256Digest.finished(soFar),
                        new Sha256Digest(HexFormat.of().formatHex(hash)));
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
