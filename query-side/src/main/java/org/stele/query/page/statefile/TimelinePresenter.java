package org.stele.query.page.statefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.query.lens.SeenPositions;
import org.stele.query.page.EventLinks;
import org.stele.statefile.inview.InView;
import org.stele.web.page.Messages;

/** Puts the records of a view on a line of time. */
final class TimelinePresenter {

    private static final Comparator<Placed> ORDER = Comparator.comparing(
                    (Placed placed) -> placed.item().received().lastDay())
            .thenComparing(Placed::position);

    private final Messages messages;
    private final RecordPresenter entries;
    private final EventLinks links;
    private final SeenPositions positions;

    TimelinePresenter(Messages messages, RecordPresenter entries, EventLinks links, SeenPositions positions) {
        this.messages = messages;
        this.entries = entries;
        this.links = links;
        this.positions = positions;
    }

    /** One item with the position that orders it, which the reader may not see. */
    private record Placed(TimelineItem item, long position) {}

    List<TimelineItem> draw(InView inView) {
        List<Placed> all = new ArrayList<>();
        inView.attestations()
                .forEach(one -> all.add(placed(
                        entries.obligation(one.obligation().id()),
                        new Span(one.content().periodFrom(), one.content().periodTo()),
                        one.received(),
                        one.id(),
                        one.version().recordedOn(),
                        one.version().position())));
        inView.notices()
                .forEach(one -> all.add(placed(
                        messages.text("state.notice.short"),
                        new Span(one.departed(), one.departed()),
                        one.received(),
                        one.id(),
                        one.recordedOn(),
                        one.position())));
        inView.claims()
                .forEach(one -> all.add(placed(
                        entries.claimKind(one),
                        new Span(null, null),
                        one.claimed(),
                        one.id(),
                        one.recordedOn(),
                        one.position())));
        inView.evidence()
                .forEach(one -> all.add(placed(
                        entries.evidenceKind(one),
                        new Span(one.asOf(), one.asOf()),
                        one.received(),
                        one.id(),
                        one.recordedOn(),
                        one.position())));
        return all.stream().sorted(ORDER).map(Placed::item).toList();
    }

    /** What a record speaks of. */
    private record Span(
            @Nullable PartialDate from, @Nullable PartialDate to) {}

    private Placed placed(
            String what, Span spoken, PartialDate received, FilingId filing, LocalDate recordedOn, long position) {
        Long seen = positions.of(filing, position);
        TimelineItem item = new TimelineItem(
                what,
                spoken.from(),
                spoken.to(),
                received,
                seen == null ? null : recordedOn,
                seen,
                seen == null ? null : links.of(seen));
        return new Placed(item, position);
    }
}
