package org.stele.eventstore.fsck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.damage.DamagedPlace;
import org.stele.eventstore.damage.Tolerance;
import org.stele.eventstore.event.Body;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.event.TagHash;
import org.stele.eventstore.jdbc.CopyRowReader;
import org.stele.ledger.Commitment;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.TreeHash;

/**
 * A FsckEvent is one row of the ledger, checked against its own body and leaf: all that can be said of it without knowing the
 * rows before it.
 *
 * @param wrong what is wrong within the row, or null; then there is no command to go by
 * @param leaf null where the leaf itself is wrong
 * @param tagCount rows that it ought to have in the tag index
 */
record FsckEvent(
        long position,
        @Nullable String wrong,
        @Nullable Leaf leaf,
        @Nullable Hash leafHash,
        int tagCount,
        @Nullable CommandKey command) {

    private static final String COLUMNS =
            "SELECT position, event_id, type, recorded_at, tags, body, salt, leaf, leaf_hash FROM ledger.event";

    /** After the position. */
    private static final int COLUMNS_BEFORE_LEAF = 6;

    static final String SELECT = COLUMNS + " ORDER BY position";

    private record Stored(
            long position,
            UUID eventId,
            String type,
            Instant recordedAt,
            List<String> tags,
            byte[] body,
            byte[] salt,
            byte[] leaf,
            Hash leafHash) {}

    /** Those after one position up to another, which may be read apart. */
    static String select(long after, long upTo) {
        return COLUMNS + " WHERE position > " + after + " AND position <= " + upTo + " ORDER BY position";
    }

    /** Checks a row and adds those that it ought to have in the tag index. Of one that is passed over, only the leaf counts. */
    static FsckEvent of(CopyRowReader row, StateTag stateTag, MultisetDigest.Partial tags, Tolerance tolerance) {
        long position = row.number();
        DamagedPlace damaged = tolerance.at(position);
        if (damaged != null) {
            return new FsckEvent(position, null, damaged.leaf(), damaged.leafHash(), 0, null);
        }
        CopyRowReader rest = row.again();
        try {
            return checked(stored(position, row), stateTag, tags);
        } catch (IllegalArgumentException | DateTimeException | BufferUnderflowException e) {
            return wrong(position, String.valueOf(e.getMessage()), rest.skip(COLUMNS_BEFORE_LEAF));
        }
    }

    /** With the leaf, if that is as it must be. */
    private static FsckEvent wrong(long position, String what, CopyRowReader row) {
        try {
            byte[] data = row.bytes();
            Hash leafHash = Hash.of(row.bytes());
            Leaf leaf = Leaf.parse(data);
            if (leaf.position() == position && TreeHash.leaf(data).equals(leafHash)) {
                return new FsckEvent(position, what, leaf, leafHash, 0, null);
            }
        } catch (IllegalArgumentException | DateTimeException | BufferUnderflowException e) {
            // The leaf is wrong as well, and says nothing.
        }
        return new FsckEvent(position, what, null, null, 0, null);
    }

    private static Stored stored(long position, CopyRowReader row) {
        return new Stored(
                position,
                row.uuid(),
                row.text(),
                row.instant(),
                row.texts(),
                row.bytes(),
                row.bytes(),
                row.bytes(),
                Hash.of(row.bytes()));
    }

    private static FsckEvent checked(Stored stored, StateTag stateTag, MultisetDigest.Partial tags) {
        Leaf leaf = Leaf.parse(stored.leaf());
        checkLeaf(stored, leaf);
        Body body = Body.parse(stored.body());
        checkColumns(stored, leaf, body);
        require(Objects.equals(leaf.state(), stateTag.stateIn(body.tags())), "the leaf's State is not the body's");
        long[] hashes = TagHash.distinct(body.tags());
        byte[] type = body.type().getBytes(UTF_8);
        for (long hash : hashes) {
            tags.add(stored.position(), hash, type);
        }
        return new FsckEvent(
                stored.position(), null, leaf, stored.leafHash(), hashes.length, CommandKey.from(body.metadata()));
    }

    private static void checkLeaf(Stored stored, Leaf leaf) {
        require(TreeHash.leaf(stored.leaf()).equals(stored.leafHash()), "leaf_hash is not the leaf's");
        require(leaf.position() == stored.position(), "the leaf is that of position " + leaf.position());
        require(
                Commitment.of(stored.salt(), stored.body()).equals(leaf.commitment()),
                "body and salt are not those that the leaf commits to");
    }

    private static void checkColumns(Stored stored, Leaf leaf, Body body) {
        require(stored.eventId().equals(leaf.id()), "event_id is not the leaf's");
        require(stored.recordedAt().equals(leaf.recordedAt()), "recorded_at is not the leaf's");
        require(stored.type().equals(body.type()), "type is not the body's");
        require(stored.tags().equals(body.tags()), "tags are not the body's");
    }

    private static void require(boolean so, String what) {
        if (!so) {
            throw new IllegalArgumentException(what);
        }
    }
}
