package org.stele.query.page.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.query.page.EventLinks;
import org.stele.query.page.Options;
import org.stele.web.page.Frame;
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
        boolean demo)
        implements EventWords {

    public EventsPage {
        choices = List.copyOf(choices);
        events = List.copyOf(events);
    }

    /** The address of one event in this view. */
    public String link(EventItem event) {
        return new EventLinks(point).of(event.position());
    }
}
