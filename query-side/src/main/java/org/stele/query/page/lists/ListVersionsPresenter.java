package org.stele.query.page.lists;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.NewYork;
import org.stele.events.screening.list.ListDelta;
import org.stele.query.page.ListDates;
import org.stele.query.page.Listing;
import org.stele.query.page.RecordField;
import org.stele.query.page.ViewForm;
import org.stele.query.page.ViewRequest;
import org.stele.query.page.lists.ListVersionsPage.Delta;
import org.stele.query.page.lists.ListVersionsPage.Version;
import org.stele.statefile.screening.ListVersion;
import org.stele.statefile.screening.ListVersions;
import org.stele.web.page.Frame;
import org.stele.web.page.Messages;
import org.stele.web.page.ViewPoint;

/** Builds the page of list versions, the last one first. */
final class ListVersionsPresenter {

    /** No name that ends so is anybody's (RFC 6761, section 6.4): a list from there says itself that it is invented. */
    private static final String NOBODYS = ".invalid";

    private static final String NOT_STATED = "NOT_STATED";

    private final Frame frame;
    private final Messages messages;
    private final ViewPoint point;
    private final long ledgerHead;
    private final ListVersions lists;

    ListVersionsPresenter(Frame frame, ViewRequest asked, ListVersions lists) {
        this.frame = frame;
        this.messages = frame.messages();
        this.point = asked.point();
        this.ledgerHead = asked.ledgerHead();
        this.lists = lists;
    }

    ListVersionsPage draw(int from, boolean demo) {
        return new ListVersionsPage(
                frame,
                new ViewForm("/list-versions", messages.text("lists.form"), point, ledgerHead, List.of()),
                Listing.of(
                                lists.all().reversed(),
                                from,
                                first -> point.link("/list-versions", Listing.FROM, Integer.toString(first)))
                        .map(this::version),
                demo);
    }

    private Version version(ListVersion version) {
        List<String> tags = new ArrayList<>();
        tags.add(messages.text("lists.standing." + lists.standing(version)));
        if (isInvented(version.source())) {
            tags.add(messages.text("lists.invented"));
        }
        return new Version(
                "v-" + version.sha256().hex(),
                messages.text("lists.version", dated(version)),
                tags,
                facts(version),
                version.reasons().stream()
                        .map(reason -> new RecordField(
                                messages.text("lists.held." + reason),
                                messages.text("lists.held.%s.means".formatted(reason)),
                                null))
                        .toList(),
                version.standingDelta() == null ? null : delta(version, version.standingDelta()));
    }

    private static boolean isInvented(String source) {
        try {
            String host = URI.create(source).getHost();
            return host != null && host.endsWith(NOBODYS);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String dated(ListVersion version) {
        return ListDates.of(messages, version.dateGenerated());
    }

    private List<RecordField> facts(ListVersion version) {
        List<RecordField> facts = new ArrayList<>();
        fact(facts, "lists.list", version.list());
        fact(
                facts,
                "lists.source",
                version.source().equals(NOT_STATED) ? messages.text("none-stated") : version.source());
        fact(
                facts,
                "lists.made",
                version.dateGenerated() == null ? messages.text("none-stated") : version.dateGenerated());
        fact(facts, "lists.entries", messages.number(version.entriesCount()));
        fact(facts, "lists.sha256", version.sha256().hex());
        facts.add(new RecordField(
                messages.text("lists.loaded"),
                messages.text("state.filing.recorded-as", day(version.recordedAt()), version.position()),
                event(version.position())));
        ListVersion.Decision decision = version.decision();
        if (decision != null) {
            facts.add(new RecordField(
                    messages.text(decision.released() ? "lists.released" : "lists.rejected"),
                    messages.text("state.filing.recorded-as", day(decision.recordedAt()), decision.position()),
                    event(decision.position())));
            fact(facts, "lists.reason", decision.reason());
        }
        return facts;
    }

    private void fact(List<RecordField> facts, String key, String value) {
        facts.add(RecordField.of(messages.text(key), value));
    }

    private String day(Instant instant) {
        return messages.date(NewYork.dayOf(instant));
    }

    private String event(long position) {
        return point.link("/events", "after", Long.toString(position - 1), "limit", "1");
    }

    private Delta delta(ListVersion version, ListDelta delta) {
        List<RecordField> parts = new ArrayList<>();
        part(parts, "lists.added", delta.added());
        part(parts, "lists.removed", delta.removed());
        part(parts, "lists.amended", delta.amended());
        return new Delta(
                messages.text(
                        "lists.delta",
                        before(version),
                        delta.added().size(),
                        delta.removed().size(),
                        delta.amended().size(),
                        delta.immaterial()),
                parts);
    }

    private String before(ListVersion version) {
        @Nullable
        ListVersion previous = version.standingPrevious() == null
                ? null
                : lists.find(version.standingPrevious()).orElse(null);
        return previous == null ? messages.text("none-stated") : dated(previous);
    }

    private void part(List<RecordField> parts, String key, List<String> references) {
        if (!references.isEmpty()) {
            fact(parts, key, String.join(", ", references));
        }
    }
}
