package org.stele.query.page.due;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.query.page.ExportLinks;
import org.stele.query.page.Listing;
import org.stele.query.page.Options;
import org.stele.query.page.ViewForm;
import org.stele.query.page.ViewRequest;
import org.stele.query.page.due.DuePage.Row;
import org.stele.query.view.Board;
import org.stele.query.view.DueOverview;
import org.stele.query.view.DueOverview.Entry;
import org.stele.query.view.DueOverview.Filter;
import org.stele.statefile.due.DueItem;
import org.stele.web.page.Frame;
import org.stele.web.page.Messages;
import org.stele.web.page.ViewPoint;

/** Builds the page of what is due of all States but the sending State, of which pages say no status. */
final class DuePresenter {

    private final Frame frame;
    private final Messages messages;
    private final ViewPoint point;
    private final long ledgerHead;
    private final Filter filter;

    DuePresenter(Frame frame, ViewRequest asked, Filter filter) {
        this.frame = frame;
        this.messages = frame.messages();
        this.point = asked.point();
        this.ledgerHead = asked.ledgerHead();
        this.filter = filter;
    }

    DuePage draw(Board.Files files, int from, boolean demo) {
        DueOverview due = DueOverview.of(files, filter, state -> state != MemberState.PRK);
        return new DuePage(
                frame,
                new ViewForm("/due", messages.text("due.form"), point, ledgerHead, choices(), List.of()),
                ExportLinks.of("export.list", point, "/api/v1/due", stated()),
                notes(files, due),
                Listing.of(due.entries(), from, this::address).map(this::row),
                demo);
    }

    private List<Options> choices() {
        List<ObligationId> obligations = Stream.of(ObligationId.values())
                .filter(one -> one == ObligationId.REPAT || one.isAnsweredByAttestation())
                .toList();
        return List.of(
                Options.states(
                        Filter.STATE, messages.text("filter.state"), messages.text("filter.all"), filter.state()),
                Options.of(
                        Filter.CODE,
                        messages.text("due.what"),
                        messages.text("filter.any"),
                        List.of(DueItem.Code.values()),
                        DueItem.Code::name,
                        code -> messages.text("due." + code),
                        filter.code()),
                Options.of(
                        Filter.OBLIGATION,
                        messages.text("state.obligation"),
                        messages.text("filter.any"),
                        obligations,
                        ObligationId::id,
                        this::obligation,
                        filter.obligation()));
    }

    private Row row(Entry entry) {
        DueItem item = entry.item();
        return new Row(
                entry.state().officialName(),
                point.link("/states/" + entry.state().iso3()) + "#waiting",
                messages.text("due." + item.code()),
                item.obligation() == null ? "" : obligation(item.obligation()),
                days(item),
                messages.text("due.%s.settles".formatted(item.code())));
    }

    private String days(DueItem item) {
        return item.days() == null ? "" : messages.text(item.isPast() ? "due.past" : "due.left", item.days());
    }

    private String obligation(ObligationId obligation) {
        String key = "obligation." + obligation.id();
        return messages.has(key) ? messages.text(key) : obligation.id();
    }

    private List<String> notes(Board.Files files, DueOverview due) {
        List<String> notes = new ArrayList<>();
        add(notes, "due.withheld", due.withheld());
        add(notes, "due.not-computed", due.notComputedStates());
        add(notes, "due.held", files.heldFrom().keySet());
        add(notes, "due.not-trusted", files.notTrusted());
        return notes;
    }

    private void add(List<String> notes, String key, Collection<MemberState> states) {
        String names = states.stream()
                .filter(filter::takes)
                .map(MemberState::officialName)
                .collect(Collectors.joining("; "));
        if (!names.isEmpty()) {
            notes.add(messages.text(key, names));
        }
    }

    private String address(int from) {
        return point.link(
                "/due",
                Stream.concat(Stream.of(stated()), Stream.of(Listing.FROM, Integer.toString(from)))
                        .toArray(String[]::new));
    }

    /** The choices, as names and values in turn. */
    private String[] stated() {
        return new String[] {
            Filter.STATE,
            filter.state() == null ? "" : filter.state().iso3(),
            Filter.CODE,
            filter.code() == null ? "" : filter.code().name(),
            Filter.OBLIGATION,
            filter.obligation() == null ? "" : filter.obligation().id()
        };
    }
}
