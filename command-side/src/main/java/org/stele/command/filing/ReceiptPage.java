package org.stele.command.filing;

import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.eventstore.Receipt;
import org.stele.web.page.Frame;

/** The receipt for what was filed. */
public record ReceiptPage(Frame frame, MemberState state, Receipt receipt, FilingId id) {

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }

    public String recordedAt() {
        return frame.messages().instant(receipt.recordedAt());
    }

    /** The list of events from just before this one. */
    public String eventLink() {
        return "/events?after=" + (receipt.position() - 1);
    }
}
