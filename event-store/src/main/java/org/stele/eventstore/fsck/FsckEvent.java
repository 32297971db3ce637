package org.stele.eventstore.fsck;

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
import org.stele.eventstore.event.LeafBinding;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.event.TagHash;
import org.stele.eventstore.event.TypeHash;
import org.stele.eventstore.jdbc.CopyRowReader;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;

/**
 * A FsckEvent is one row of the ledger, checked against its own body and leaf, without the rows before it.
 *
 * @param wrong what is wrong within the row, or null; then there is no command
 * @param leaf null where the leaf itself is wrong
 * @param tagCount the number of rows expected in the tag index
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

    /** The columns between position and leaf. */
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

    /** The events after one position up to another, which may be read separately. */
    static String select(long after, long upTo) {
        return COLUMNS + " WHERE position > " + after + " AND position <= " + upTo + " ORDER BY position";
    }

    /** Checks a row and adds the rows expected in the tag index. Of a skipped position only the leaf counts. */
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

    /** With the leaf, if that is sound. */
    private static FsckEvent wrong(long position, String what, CopyRowReader row) {
        try {
            byte[] encoded = row.bytes();
            Hash leafHash = Hash.of(row.bytes());
            return new FsckEvent(position, what, LeafBinding.leaf(position, encoded, leafHash), leafHash, 0, null);
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return new FsckEvent(position, what, null, null, 0, null);
        }
    }

    private static Stored stored(long position, CopyRowReader row) {
        return new Stored(
                position,
                row.uuid(),
                row.text(),
                row.instant(),
                row.texts(),
                body(row),
                row.bytes(),
                row.bytes(),
                Hash.of(row.bytes()));
    }

    private static byte[] body(CopyRowReader row) {
        require(!row.isNull(), "the body is missing, and no redaction of it is on record");
        return row.bytes();
    }

    private static FsckEvent checked(Stored stored, StateTag stateTag, MultisetDigest.Partial tags) {
        Leaf leaf = LeafBinding.leaf(stored.position(), stored.leaf(), stored.leafHash());
        LeafBinding.requireCommitment(leaf, stored.salt(), stored.body());
        Body body = Body.parse(stored.body());
        checkColumns(stored, leaf, body);
        require(Objects.equals(leaf.state(), stateTag.stateIn(body.tags())), "the leaf's State is not the body's");
        long[] hashes = TagHash.distinct(body.tags());
        byte[] type = FsckTags.bytes(TypeHash.of(body.type()));
        for (long hash : hashes) {
            tags.add(stored.position(), hash, type);
        }
        return new FsckEvent(
                stored.position(), null, leaf, stored.leafHash(), hashes.length, CommandKey.from(body.metadata()));
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
