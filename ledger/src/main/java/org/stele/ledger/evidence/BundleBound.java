package org.stele.ledger.evidence;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.stele.ledger.Leaf;
import org.stele.ledger.Tile;
import org.stele.ledger.TreeHash;
import org.stele.ledger.submitter.SubmitterFiles;

/**
 * A BundleBound computes upper bounds of a bundle's members and bytes, so that a bundle that its container cannot hold
 * is refused before its first byte (docs/spec/ledger.md, section 9.1).
 */
public final class BundleBound {

    /** Both headers with the longest name, and the line in the manifest: name, size and digest. */
    private static final int BYTES_A_MEMBER =
            ZipLayout.LOCAL_HEADER_BYTES + ZipLayout.DIRECTORY_HEADER_BYTES + 3 * ZipLayout.MAX_NAME_BYTES + 96;

    /** The bytes of a record of openings besides the body; withheld and redacted events need fewer. */
    private static final int BYTES_AN_OPENING = 9 + 16 + 4;

    private static final int LENGTH_BYTES = 2;

    /** In base64, with its newline. */
    private static final int BYTES_A_HASH = 45;

    private static final int BYTES_OF_A_PROOFS_HEAD = 64;

    /** The lines of one event in both lists, with the longest position and role. */
    private static final int BYTES_OF_A_SUBMITTERS_LINES = 448;

    private final long maxMembers;
    private final long maxBytes;
    private long members;
    private long bytes;

    /** The bound of an empty bundle: header, manifest and end of the directory, within the format's limits. */
    public BundleBound() {
        this(ZipLayout.MAX_MEMBERS, ZipLayout.MAX_FILE_BYTES);
    }

    /** The same within other limits. */
    public BundleBound(long maxMembers, long maxBytes) {
        this.maxMembers = maxMembers;
        this.maxBytes = maxBytes;
        members(2, 1_024);
    }

    /** Adds members with a total size. */
    public BundleBound members(long count, long bytesInAll) {
        members += count;
        bytes += bytesInAll + count * BYTES_A_MEMBER;
        return this;
    }

    public BundleBound consistency(long count) {
        return members(count, count * ConsistencyText.MAX_HASHES * BYTES_A_HASH);
    }

    /** Adds proofs in a log of at most this size, under checkpoints of at most so many bytes. */
    public BundleBound proofs(long count, long size, int noteBytes) {
        int depth = Long.SIZE - Long.numberOfLeadingZeros(size - 1);
        return members(count, count * (BYTES_OF_A_PROOFS_HEAD + depth * BYTES_A_HASH + noteBytes));
    }

    /** Adds the leaves of a ledger of this size. */
    public BundleBound leaves(long count, long size) {
        // The longest possible leaf: no number in it exceeds the size.
        Leaf longest = new Leaf(
                Math.max(2, size),
                new UUID(0, 0),
                Instant.EPOCH,
                "AAA",
                Math.max(2, size),
                TreeHash.EMPTY_ROOT,
                TreeHash.EMPTY_ROOT);
        return members(groups(count), count * (LENGTH_BYTES + longest.encode().length));
    }

    /** Adds openings of events among this many leaves; their bodies have this total size. */
    public BundleBound openings(long events, long leaves, long bodyBytes) {
        long all = events * BYTES_AN_OPENING + bodyBytes;
        // A member is closed by the end of its group, or by reaching its full size.
        return members(Math.min(events, groups(leaves)) + all / Records.FULL_BYTES, all);
    }

    /** Adds the lists of what submitters signed, of events whose bodies have this total size. */
    public BundleBound submitters(long events, long bodyBytes) {
        // A body with a signature is longer than its lines.
        long lines = Math.min(events * BYTES_OF_A_SUBMITTERS_LINES, bodyBytes);
        return members(2, Math.min(lines, 2L * (SubmitterFiles.MAX_BYTES + BYTES_OF_A_SUBMITTERS_LINES)));
    }

    private static long groups(long leaves) {
        return (leaves + Tile.WIDTH - 1) / Tile.WIDTH;
    }

    /** The limit that may be exceeded; empty if the bundle certainly fits. */
    public Optional<String> excess() {
        if (members > maxMembers) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "It may come to %,d members, and a bundle has at most %,d (ZIP without ZIP64)",
                    members,
                    maxMembers));
        }
        if (bytes > maxBytes) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "It may come to %,d bytes, and a bundle has at most %,d (ZIP without ZIP64)",
                    bytes,
                    maxBytes));
        }
        return Optional.empty();
    }

    long mostMembers() {
        return members;
    }

    long mostBytes() {
        return bytes;
    }
}
