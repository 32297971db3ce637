package org.stele.query.replay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.events.Tags;
import org.stele.eventstore.LedgerScan.Scanned;

/** Finds in a stored body whose it is, without reading the rest: the tags stand near its end, each a JSON string. */
final class BodyTags {

    private static final byte[] STATE_TAG = ("\"" + Tags.MEMBER_STATE + "=").getBytes(US_ASCII);
    private static final byte[] TAGS = ",\"tags\":[".getBytes(US_ASCII);
    private static final int ISO3_LENGTH = 3;

    private BodyTags() {}

    /** The State that is tagged; null where none is, or one that this program does not know. */
    static @Nullable MemberState memberState(Scanned stored) {
        byte[] row = stored.row();
        int last = stored.bodyOffset() + stored.bodyLength() - STATE_TAG.length - ISO3_LENGTH;
        // A raw quote stands in no JSON string, so that neither pattern is found within a value.
        for (int i = last; i > stored.bodyOffset(); i--) {
            if (row[i] == '"' && isAt(row, i, STATE_TAG) && (row[i - 1] == ',' || row[i - 1] == '[')) {
                String iso3 = new String(row, i + STATE_TAG.length, ISO3_LENGTH, US_ASCII);
                return MemberState.find(iso3).orElse(null);
            }
            if (row[i] == ',' && isAt(row, i, TAGS)) {
                return null;
            }
        }
        return null;
    }

    private static boolean isAt(byte[] row, int at, byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (row[at + i] != text[i]) {
                return false;
            }
        }
        return true;
    }
}
