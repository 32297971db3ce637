package org.stele.statefile;

import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.StateEvent;
import org.stele.events.custody.CustodyMatter;

/**
 * What is left of an event whose body was removed: its State and place.
 *
 * @param redactedBy the position of the event that orders the removal
 */
public record RedactedEvent(MemberState memberState, long position, long redactedBy) implements StateEvent {

    FilingId redaction() {
        return CustodyMatter.REDACTION.idAt(position);
    }
}
