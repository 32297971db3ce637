package org.stele.query.replay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.events.Tags;
import org.stele.eventstore.read.LedgerBulkReader.ScannedEvent;

/** Finds the State in a stored body without parsing the rest: the tags stand near its end, each a JSON string. */
final class BodyTags {

    private static final byte[] STATE_TAG = ("\"" + Tags.MEMBER_STATE + "=").getBytes(US_ASCII);
    private static final byte[] TAGS = ",\"tags\":[".getBytes(US_ASCII);
    private static final int ISO3_LENGTH = 3;

    private BodyTags() {}

    /** The State of the tags; null where there is none, or one that this program does not know. */
    static @Nullable MemberState memberState(ScannedEvent stored) {
        byte[] row = stored.row();
        int from = stored.bodyOffset() + Math.max(STATE_TAG.length, TAGS.length);
        // A JSON string contains no raw quote, so neither pattern matches within a value.
        for (int i = stored.bodyOffset() + stored.bodyLength() - 1 - ISO3_LENGTH; i >= from; i--) {
            if (row[i] == '='
                    && EventDecoder.isAt(row, i + 1 - STATE_TAG.length, STATE_TAG)
                    && isBetweenTags(row[i - STATE_TAG.length])) {
                return MemberState.find(new String(row, i + 1, ISO3_LENGTH, US_ASCII))
                        .orElse(null);
            }
            if (row[i] == '[' && EventDecoder.isAt(row, i + 1 - TAGS.length, TAGS)) {
                return null;
            }
        }
        return null;
    }

    private static boolean isBetweenTags(byte before) {
        return before == ',' || before == '[';
    }
}
