package org.stele.query.page.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.damage.AcceptedDamage;
import org.stele.query.page.Options;
import org.stele.query.view.DamageNotes;
import org.stele.web.page.Frame;
import org.stele.web.page.Messages;
import org.stele.web.page.ViewPoint;

/**
 * One page of events, prepared for its template.
 *
 * @param firstLink null on the first page, as is {@code previousLink}
 * @param nextLink null on the last page
 */
public record EventsPage(
        Frame frame,
        ViewPoint point,
        List<Options> choices,
        String range,
        List<EventItem> events,
        @Nullable String firstLink,
        @Nullable String previousLink,
        @Nullable String nextLink,
        boolean demo) {

    public EventsPage {
        choices = List.copyOf(choices);
        events = List.copyOf(events);
    }

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }

    /** What is shown of a damaged event in place of its body. */
    public String damage(DamageNotes.Note note, boolean decisionSeen) {
        AcceptedDamage accepted = note.accepted();
        if (accepted != null && !decisionSeen) {
            return text("events.damaged.settled", Long.toString(accepted.by()));
        }
        return accepted == null
                ? text("events.damaged.means")
                : text(
                        "events.damaged.accepted",
                        accepted.proposedBy(),
                        accepted.acceptedBy(),
                        messages().instant(accepted.acceptedAt()),
                        Long.toString(accepted.by()),
                        accepted.reason());
    }

    public Messages messages() {
        return frame.messages();
    }
}
