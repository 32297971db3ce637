package org.stele.command.filing;

import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.eventstore.event.AppendReceipt;
import org.stele.web.page.Frame;
import org.stele.web.text.RecordedAt;

/**
 * The receipt for what was recorded.
 *
 * @param id of the record that was created; null where the command changed an existing one
 */
public record ReceiptPage(
        Frame frame,
        MemberState state,
        AppendReceipt receipt,
        @Nullable FilingId id) {

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }

    /** The same as events and the API write it. */
    public String recordedAtExactly() {
        return RecordedAt.text(receipt.recordedAt());
    }

    public String recordedAt() {
        return frame.messages().instant(receipt.recordedAt());
    }

    /** The page of this event. */
    public String eventLink() {
        return "/events/" + receipt.position();
    }
}
