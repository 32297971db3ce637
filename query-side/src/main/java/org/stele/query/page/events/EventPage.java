package org.stele.query.page.events;

import org.jspecify.annotations.Nullable;
import org.stele.query.page.EventLinks;
import org.stele.web.page.Frame;
import org.stele.web.page.ViewPoint;

/**
 * One event at an address of its own, prepared for its template.
 *
 * @param listLink the list of events, from this one on
 * @param previousLink null on the first event
 * @param nextLink null on the last event of the view
 */
public record EventPage(
        Frame frame,
        ViewPoint point,
        EventItem event,
        String listLink,
        @Nullable String previousLink,
        @Nullable String nextLink,
        boolean demo)
        implements EventWords {

    static EventPage of(Frame frame, ViewPoint point, EventItem event, boolean demo) {
        long position = event.position();
        EventLinks links = new EventLinks(point);
        return new EventPage(
                frame,
                point,
                event,
                point.link("/events", "after", Long.toString(position - 1)),
                position == 1 ? null : links.of(position - 1),
                position == point.treeSize() ? null : links.of(position + 1),
                demo);
    }
}
