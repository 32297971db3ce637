package org.stele.ledger.evidence;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.stele.ledger.Leaf;
import org.stele.ledger.Tile;
import org.stele.ledger.TreeHash;

/**
 * A BundleBound reckons how many members and bytes a bundle comes to at most, so that one that its container cannot hold
 * is refused before its first byte (docs/spec/ledger.md, section 9.1).
 */
public final class BundleBound {

    /** Both headers with the longest name, and the line in the manifest: name, size and digest. */
    private static final int BYTES_A_MEMBER =
            ZipLayout.LOCAL_HEADER_BYTES + ZipLayout.DIRECTORY_HEADER_BYTES + 3 * ZipLayout.MAX_NAME_BYTES + 96;

    /** What a record of openings has besides the body; withheld and redacted events take less. */
    private static final int BYTES_AN_OPENING = 9 + 16 + 4;

    private static final int LENGTH_BYTES = 2;

    /** In base64, with its newline. */
    private static final int BYTES_A_HASH = 45;

    private static final int BYTES_OF_A_PROOFS_HEAD = 64;

    private final long maxMembers;
    private final long maxBytes;
    private long members;
    private long bytes;

    /** The bound for nothing but header, manifest and the end of the directory, within what the format allows. */
    public BundleBound() {
        this(ZipLayout.MAX_MEMBERS, ZipLayout.MAX_FILE_BYTES);
    }

    /** The same within other limits. */
    public BundleBound(long maxMembers, long maxBytes) {
        this.maxMembers = maxMembers;
        this.maxBytes = maxBytes;
        members(2, 1_024);
    }

    /** So many members, with so many bytes in all. */
    public BundleBound members(long count, long bytesInAll) {
        members += count;
        bytes += bytesInAll + count * BYTES_A_MEMBER;
        return this;
    }

    public BundleBound consistency(long count) {
        return members(count, count * ConsistencyText.MAX_HASHES * BYTES_A_HASH);
    }

    /** Proofs in a log that is not larger than this, under checkpoints of at most so many bytes. */
    public BundleBound proofs(long count, long size, int noteBytes) {
        int depth = Long.SIZE - Long.numberOfLeadingZeros(size - 1);
        return members(count, count * (BYTES_OF_A_PROOFS_HEAD + depth * BYTES_A_HASH + noteBytes));
    }

    /** Leaves of a ledger of this size. */
    public BundleBound leaves(long count, long size) {
        // The longest: no number in it is above the size.
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

    /** Openings of events that lie among so many leaves; their bodies have so many bytes in all. */
    public BundleBound openings(long events, long leaves, long bodyBytes) {
        long all = events * BYTES_AN_OPENING + bodyBytes;
        // A member is closed by the end of its group, or by reaching its full size.
        return members(Math.min(events, groups(leaves)) + all / Records.FULL_BYTES, all);
    }

    private static long groups(long leaves) {
        return (leaves + Tile.WIDTH - 1) / Tile.WIDTH;
    }

    /** Which limit may be exceeded; empty if the bundle is certain to fit. */
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
