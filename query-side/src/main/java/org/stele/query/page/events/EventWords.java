package org.stele.query.page.events;

import org.stele.eventstore.damage.AcceptedDamage;
import org.stele.query.lens.SeenEvent;
import org.stele.web.page.Frame;
import org.stele.web.page.Messages;
import org.stele.web.page.ViewPoint;

/** What pages of events say of each. */
public interface EventWords {

    Frame frame();

    ViewPoint point();

    default String text(String key, Object... arguments) {
        return frame().text(key, arguments);
    }

    /** What an event is called: its type, or why the reader does not see it. */
    default String name(EventItem event) {
        SeenEvent.Damage damage = event.damage();
        if (damage != null) {
            return text(damage.isRedaction() ? "events.redacted" : "events.damaged");
        }
        String type = event.type();
        if (type != null) {
            return type;
        }
        return text(event.withheld() ? "events.withheld" : "events.unreadable");
    }

    /** What is shown of a damaged or redacted event in place of its body. */
    default String damage(SeenEvent.Damage damage) {
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

    /** The file by which an event is checked offline, as the reader sees it. */
    default String evidence(EventItem event) {
        String audience = point().isAnothers() ? "?audience=" + point().audience() : "";
        return "/api/v1/events/" + event.position() + "/evidence" + audience;
    }

    default Messages messages() {
        return frame().messages();
    }
}
