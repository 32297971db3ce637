package org.stele.query.page.statefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.query.lens.SeenPositions;
import org.stele.query.page.BoardLayer;
import org.stele.query.page.EventLinks;
import org.stele.query.page.ExportLinks;
import org.stele.query.page.StatusStyle;
import org.stele.query.page.ViewForm;
import org.stele.query.page.statefile.StateFilePage.Figure;
import org.stele.query.page.statefile.StateFilePage.Flagged;
import org.stele.query.page.statefile.StateFilePage.Obligation;
import org.stele.query.page.statefile.StateFilePage.Status;
import org.stele.query.view.StateResult;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.Days;
import org.stele.statefile.inview.InView;
import org.stele.statefile.status.Derived;
import org.stele.statefile.status.Repatriation;
import org.stele.statefile.status.RepatriationStatus;
import org.stele.statefile.status.ReportTimeliness;
import org.stele.statefile.status.StateView;
import org.stele.statefile.status.TimelinessStatus;
import org.stele.web.page.Frame;
import org.stele.web.page.Messages;
import org.stele.web.page.ViewPoint;

/** Builds the page of one State's file from its view. */
public final class StateFilePresenter {

    private final Frame frame;
    private final Messages messages;
    private final ViewPoint point;
    private final StateResult seen;
    private final StateView view;
    private final SeenPositions positions;
    private final RecordPresenter entries;
    private final QuestionPresenter questions;

    private StateFilePresenter(Frame frame, ViewPoint point, StateResult seen) {
        this.frame = frame;
        this.messages = frame.messages();
        this.point = point;
        this.seen = seen;
        this.view = seen.view();
        this.positions = new SeenPositions(point.audience(), seen.file());
        this.entries = new RecordPresenter(
                messages,
                point.knownOn(),
                new EventLinks(point),
                positions,
                view.shared().closed());
        this.questions = new QuestionPresenter(messages, point.knownOn(), entries);
    }

    public static StateFilePage draw(Frame frame, ViewPoint point, long ledgerHead, StateResult seen, boolean demo) {
        return new StateFilePresenter(frame, point, seen).draw(ledgerHead, demo);
    }

    private StateFilePage draw(long ledgerHead, boolean demo) {
        MemberState state = view.memberState();
        boolean sending = state == MemberState.PRK;
        List<TimelineItem> moments =
                new TimelinePresenter(messages, entries, new EventLinks(point), positions).draw(view.inView());
        return new StateFilePage(
                frame,
                state,
                new ViewForm("/states/" + state.iso3(), frame.text("state.form"), point, ledgerHead, List.of()),
                sending ? List.of() : statuses(),
                sending ? List.of() : figures(view.repatriation()),
                sending ? List.of() : obligations(),
                sending ? List.of() : flags(),
                waiting(sending),
                onRecord(),
                moments,
                Timeline.of(moments, messages),
                point.link("/"),
                point.link("/events", "state", state.iso3()),
                "/api/v1/states/" + state.iso3() + "/evidence.zip"
                        + (point.isAnothers() ? "?audience=" + point.audience() : ""),
                exports("/api/v1/states/" + state.iso3(), sending),
                seen.heldFrom() == null ? null : messages.text("state.held.means", seen.heldFrom()),
                demo);
    }

    private List<ExportLinks> exports(String path, boolean sending) {
        ExportLinks file = ExportLinks.of("export.state", point, path);
        return sending ? List.of(file) : List.of(file, ExportLinks.of("export.due", point, path + "/due"));
    }

    /** What waits for somebody; of the sending State nothing is due. */
    private List<StateFilePage.Cards> waiting(boolean sending) {
        List<StateFilePage.Cards> all = new ArrayList<>();
        all.add(cards("submitted", view.submitted().stream().map(entries::submitted)));
        if (!sending) {
            all.add(cards("waiting", questions.due(seen)));
            all.add(cards("discrepancies", questions.discrepancies(view)));
        }
        return filled(all);
    }

    private List<StateFilePage.Cards> onRecord() {
        InView inView = view.inView();
        List<StateFilePage.Cards> all = new ArrayList<>();
        all.add(cards("filings", byReceipt(inView).map(entries::filing)));
        all.add(cards("clarifications", questions.clarifications(seen.file())));
        all.add(cards(
                "notices",
                Stream.concat(
                        inView.notices().stream().map(entries::notice),
                        inView.baselines().stream().map(entries::baseline))));
        all.add(cards("arrivals", inView.arrivals().stream().map(entries::arrival)));
        all.add(cards("claims", inView.claims().stream().map(entries::claim)));
        all.add(cards(
                "contracts",
                seen.file().contracts().stream()
                        .filter(contracts -> Days.isBy(contracts.received(), point.knownOn()))
                        .map(entries::contracts)));
        all.add(cards(
                "approvals",
                seen.file().approvals().stream()
                        .filter(approval -> Days.isBy(approval.approvedOn(), point.knownOn()))
                        .map(entries::approval)));
        all.add(cards("evidence", inView.evidence().stream().map(entries::evidence)));
        all.add(cards("omitted", seen.file().omitted().stream().map(entries::omitted)));
        return filled(all);
    }

    private static List<StateFilePage.Cards> filled(List<StateFilePage.Cards> all) {
        return all.stream().filter(section -> !section.cards().isEmpty()).toList();
    }

    private StateFilePage.Cards cards(String id, Stream<RecordCard> cards) {
        String note = "state." + id + ".note";
        return new StateFilePage.Cards(
                id, messages.text("state." + id), messages.has(note) ? messages.text(note) : "", cards.toList());
    }

    private List<Status> statuses() {
        return List.of(
                repatriation(view.repatriation()),
                report(ObligationId.REP_MID, view.midtermReport().status()),
                halfRule(),
                report(ObligationId.REP_FIN, view.finalReport().status()));
    }

    private Status repatriation(Repatriation repatriation) {
        boolean isDerived = repatriation.derived().contains(Derived.STATUS);
        return status(
                ObligationId.REPAT,
                BoardLayer.look(repatriation.status()),
                BoardLayer.REPAT.words(repatriation.status()),
                isDerived ? messages.text("derived.status") : "");
    }

    private Status report(ObligationId obligation, TimelinessStatus status) {
        return status(obligation, BoardLayer.look(status), BoardLayer.REP_MID.words(status), "");
    }

    private Status status(ObligationId obligation, StatusStyle look, String words, String derived) {
        return new Status(
                entries.obligation(obligation.id()),
                look,
                messages.text(words),
                messages.text(words + ".means"),
                due(obligation),
                derived);
    }

    private Status halfRule() {
        String words = "status.REP-HALF." + view.halfRule().status();
        return new Status(
                entries.obligation("REP-HALF"),
                null,
                messages.text(words),
                messages.text(words + ".means"),
                messages.text("obligation.REP-HALF.of"),
                view.halfRule().isDerived() ? messages.text("derived.status") : "");
    }

    private String due(ObligationId obligation) {
        return messages.text("state.due", day(obligation.dueOn()));
    }

    private List<Figure> figures(Repatriation figures) {
        String basis = figures.baselineBasis() == null ? "" : messages.text("state.basis." + figures.baselineBasis());
        String asOf = figures.remaining() == null
                ? ""
                : messages.text("state.as-of", messages.date(figures.remaining().effectiveOn()));
        return List.of(
                figure(
                        "baseline",
                        figures.baselineCount() == null
                                ? null
                                : (long) figures.baselineCount().value(),
                        basis,
                        Derived.BASELINE),
                figure(
                        "repatriated",
                        figures.repatriatedCount() == null
                                ? null
                                : (long) figures.repatriatedCount().value(),
                        "",
                        Derived.REPATRIATED),
                figure(
                        "remaining",
                        figures.remaining() == null
                                ? null
                                : (long) figures.remaining().count(),
                        asOf,
                        Derived.REMAINING),
                figure("exempt", figures.exemptCount(), "", null),
                figure("disputed", figures.disputedCount(), "", null),
                figure("outstanding", figures.outstandingCount(), "", Derived.REMAINING));
    }

    private Figure figure(String kind, @Nullable Long persons, String basis, @Nullable Derived by) {
        boolean isKept = view.repatriation().status() == RepatriationStatus.WITHHELD;
        String none = messages.text(isKept ? "kept" : "none-stated");
        String shown = persons == null ? none : messages.number(persons);
        boolean isDerived = by != null && view.repatriation().derived().contains(by);
        return new Figure(
                messages.text("state.figure." + kind), shown, basis, isDerived ? messages.text("derived.figure") : "");
    }

    private List<Obligation> obligations() {
        return List.of(
                report(view.midtermReport()),
                report(view.finalReport()),
                obligation(
                        ObligationId.REPAT,
                        messages.text("none-to-receive"),
                        messages.text(BoardLayer.REPAT.words(view.repatriation().status()))));
    }

    private Obligation report(ReportTimeliness report) {
        String received =
                report.firstReceived() == null ? messages.text("nothing") : messages.date(report.firstReceived());
        return obligation(report.obligation(), received, messages.text(BoardLayer.REP_MID.words(report.status())));
    }

    private Obligation obligation(ObligationId id, String received, String status) {
        return new Obligation(
                entries.obligation(id.id()),
                messages.text("obligation.%s.of".formatted(id.id())),
                id.legalBasis(),
                day(id.opensOn()),
                day(id.dueOn()),
                received,
                status);
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? messages.text("none-stated") : messages.date(day);
    }

    private List<Flagged> flags() {
        return view.flags().stream()
                .map(flag -> new Flagged(messages.text("flag." + flag), messages.text("flag.%s.means".formatted(flag))))
                .toList();
    }

    private static Stream<AttestationReading> byReceipt(InView inView) {
        return inView.attestations().stream()
                .sorted(Comparator.comparing(
                                (AttestationReading filing) -> filing.received().lastDay())
                        .thenComparing(filing -> filing.version().position()));
    }
}
