package org.stele.query.page.events;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.types.EventTypes;
import org.stele.query.page.Options;
import org.stele.query.page.Options.Option;
import org.stele.query.page.events.EventPager.Slice;
import org.stele.web.page.Frame;
import org.stele.web.page.ViewPoint;

/** Builds a page of events from a range of the ledger. */
final class EventsPresenter {

    private final Frame frame;
    private final ViewPoint point;
    private final EventFilter filter;

    EventsPresenter(Frame frame, ViewPoint point, EventFilter filter) {
        this.frame = frame;
        this.point = point;
        this.filter = filter;
    }

    EventsPage draw(Slice slice, boolean demo) {
        return new EventsPage(
                frame,
                point,
                choices(),
                range(slice),
                slice.events().stream().map(EventItem::of).toList(),
                slice.previous() == null ? null : link(0),
                linkOrNull(slice.previous()),
                linkOrNull(slice.next()),
                demo);
    }

    private List<Options> choices() {
        List<String> types = EventTypes.all().stream().map(EventTypes::name).toList();
        List<Option> limits = Stream.concat(EventFilter.LIMITS.stream(), Stream.of(filter.limit()))
                .distinct()
                .sorted()
                .map(limit -> new Option(limit.toString(), limit.toString(), limit == filter.limit()))
                .toList();
        return List.of(
                Options.states("state", frame.text("events.state"), frame.text("events.state.all"), filter.state()),
                Options.of(
                        "type",
                        frame.text("events.type"),
                        frame.text("events.type.all"),
                        types,
                        name -> name,
                        name -> name,
                        filter.type()),
                new Options("limit", frame.text("events.limit"), limits));
    }

    private String range(Slice slice) {
        if (slice.events().isEmpty()) {
            return frame.text("events.range.none", point.treeSize());
        }
        long first = slice.events().getFirst().position();
        long last = slice.events().getLast().position();
        return first == last
                ? frame.text("events.range.one", first, point.treeSize())
                : frame.text("events.range", first, last, point.treeSize());
    }

    private @Nullable String linkOrNull(@Nullable Long after) {
        return after == null ? null : link(after);
    }

    private String link(long after) {
        return point.link(
                "/events",
                "state",
                filter.state() == null ? "" : filter.state().iso3(),
                "type",
                filter.type() == null ? "" : filter.type(),
                "after",
                Long.toString(after),
                "limit",
                Integer.toString(filter.limit()));
    }
}
