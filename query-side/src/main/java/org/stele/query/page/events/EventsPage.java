package org.stele.query.page.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.damage.AcceptedDamage;
import org.stele.query.lens.SeenEvent;
import org.stele.query.page.Options;
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

    /** What is shown of a damaged or redacted event in place of its body. */
    public String damage(SeenEvent.Damage damage) {
        AcceptedDamage decision = damage.decision();
        if (decision != null) {
            return text(
                    damage.isRedaction() ? "events.redacted.by" : "events.damaged.accepted",
                    decision.proposedBy(),
                    decision.acceptedBy(),
                    messages().instant(decision.acceptedAt()),
                    Long.toString(decision.by()),
                    decision.reason());
        }
        return damage.acceptedIn() == null
                ? text("events.damaged.means")
                : text(
                        damage.isRedaction() ? "events.redacted.settled" : "events.damaged.settled",
                        damage.acceptedIn().toString());
    }

    /** What an event is called whose body is not shown. */
    public String damaged(SeenEvent.Damage damage) {
        return text(damage.isRedaction() ? "events.redacted" : "events.damaged");
    }

    public Messages messages() {
        return frame.messages();
    }
}
