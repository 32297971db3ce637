package org.stele.query.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.stele.events.MemberState;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.query.api.MemberStateParameter;
import org.stele.query.api.ViewParameters;
import org.stele.query.lens.SeenPositions;
import org.stele.query.screening.ScreeningQuery;
import org.stele.query.screening.ScreeningRegister;
import org.stele.query.view.Board;
import org.stele.query.view.EventSelection;
import org.stele.query.view.Parameters;
import org.stele.query.view.StateResult;
import org.stele.query.view.States;
import org.stele.query.view.ViewPoints;
import org.stele.statefile.change.Changes;
import org.stele.statefile.discrepancy.Discrepancy;
import org.stele.statefile.due.Due;
import org.stele.statefile.screening.Screenings;
import org.stele.statefile.status.StateView;
import org.stele.web.page.ViewPoint;

/**
 * The views as files, at their addresses with an ending. Each address takes the parameters of its view, and the same view is the
 * same bytes.
 */
@RestController
final class ExportController {

    private static final String STATE = "state";
    private static final String CODE = "code";
    private static final String STATUS = "status";
    static final String ENDINGS =
            "csv, xlsx, jsonl or pdf. The same view gives the same bytes. CSV has one line of names and one a row, with the view in"
                    + " columns that begin with view_; the first of the JSON lines is the view; a workbook has it on its second"
                    + " sheet. PDF takes up to 2,000 rows, leaves columns out that no person reads, and writes codes with spaces.";
    static final String SEALED = "SUBJECT_IN_TWO_STATES is not computed where references to subjects cannot be read: ";
    private static final String END_MEANS =
            "A view as effective day/day of knowledge/tree size, such as 2019-12-22/2019-12-22/214; an empty part is the default.";

    private final States states;
    private final Board board;
    private final ViewPoints viewPoints;
    private final ScreeningRegister screenings;
    private final Views views;
    private final ExportAnswers answers;

    ExportController(
            States states,
            Board board,
            ViewPoints viewPoints,
            ScreeningRegister screenings,
            Views views,
            ExportAnswers answers) {
        this.states = states;
        this.board = board;
        this.viewPoints = viewPoints;
        this.screenings = screenings;
        this.views = views;
        this.answers = answers;
    }

    @Operation(summary = "The board as a file: statuses, flags and figures of every State", description = ENDINGS)
    @ViewParameters
    @GetMapping({"/api/v1/board.csv", "/api/v1/board.xlsx", "/api/v1/board.jsonl", "/api/v1/board.pdf"})
    ResponseEntity<byte[]> board(HttpServletRequest request) {
        ViewPoint point = viewPoints.read(request, ViewPoints.parameters(request));
        Board.Files files = board.files(point);
        return answers.of(
                request,
                "board-" + Views.named(point),
                BoardSheet.of(files),
                views.of(request.getRequestURI(), point, new TreeMap<>(), Views.incomplete(files)));
    }

    @Operation(summary = "The state file of one Member State as a file, one statement a row", description = ENDINGS)
    @ViewParameters
    @GetMapping({
        "/api/v1/states/{iso3}.csv",
        "/api/v1/states/{iso3}.xlsx",
        "/api/v1/states/{iso3}.jsonl",
        "/api/v1/states/{iso3}.pdf"
    })
    ResponseEntity<byte[]> state(@PathVariable String iso3, HttpServletRequest request) {
        MemberState memberState = MemberStateParameter.inPath(iso3);
        ViewPoint point = viewPoints.read(request, ViewPoints.parameters(request));
        StateResult seen = states.view(memberState, point);
        Due due = Due.of(seen.file(), seen.view());
        return answers.of(
                request,
                memberState.iso3() + "-" + Views.named(point),
                StateSheet.of(seen, due, new SeenPositions(point.audience(), seen.file())),
                views.of(request.getRequestURI(), point, new TreeMap<>(), Views.heldFrom(seen)));
    }

    @Operation(summary = "Discrepancies as a file", description = ENDINGS)
    @Parameter(name = STATE, in = ParameterIn.QUERY, description = "The State, such as NOR; all by default.")
    @Parameter(name = CODE, in = ParameterIn.QUERY, description = "Such as SUM_DIFFERS; any by default.")
    @Parameter(name = STATUS, in = ParameterIn.QUERY, description = "OPEN, EXPLAINED or RESOLVED; any by default.")
    @ViewParameters
    @GetMapping({
        "/api/v1/discrepancies.csv",
        "/api/v1/discrepancies.xlsx",
        "/api/v1/discrepancies.jsonl",
        "/api/v1/discrepancies.pdf"
    })
    ResponseEntity<byte[]> discrepancies(HttpServletRequest request) {
        Parameters parameters = ViewPoints.parameters(request, STATE, CODE, STATUS);
        MemberState state = parameters.read(STATE, EventSelection::state).orElse(null);
        DiscrepancyCode code = parameters
                .read(CODE, text -> Parameters.oneOf(DiscrepancyCode.class, text))
                .orElse(null);
        Discrepancy.Status status = parameters
                .read(STATUS, text -> Parameters.oneOf(Discrepancy.Status.class, text))
                .orElse(null);
        ViewPoint point = viewPoints.read(request, parameters);
        Board.Files files = board.files(point);
        DiscrepanciesSheet sheet = new DiscrepanciesSheet();
        Predicate<Discrepancy> asked =
                one -> (code == null || one.code() == code) && (status == null || one.status() == status);
        List<OfState> found = files.each(
                one -> state == null || one == state,
                (file, view) -> OfState.of(view, asked, new SeenPositions(point.audience(), file)));
        found.forEach(one -> sheet.add(one.rows()));
        List<String> withheld = found.stream()
                .filter(OfState::isWithheld)
                .map(one -> one.memberState().iso3())
                .toList();
        List<String> sealed = found.stream()
                .filter(one -> !one.notComputed().isEmpty())
                .map(one -> one.memberState().iso3())
                .toList();
        return answers.of(
                request,
                "discrepancies-" + Views.named(point),
                sheet.build(),
                views.of(
                        request.getRequestURI(),
                        point,
                        Views.stated(parameters, STATE, CODE, STATUS),
                        Views.together(Views.together(Views.incomplete(files), withheld), SEALED, sealed)));
    }

    /** What the export says of one State. */
    private record OfState(
            MemberState memberState,
            List<@Nullable Object[]> rows,
            boolean isWithheld,
            List<DiscrepancyCode> notComputed) {

        static OfState of(StateView view, Predicate<Discrepancy> asked, SeenPositions positions) {
            return new OfState(
                    view.memberState(),
                    view.discrepancies().stream()
                            .filter(asked)
                            .map(one -> DiscrepanciesSheet.row(one, positions))
                            .toList(),
                    view.inView().isWithheldInPart(),
                    view.notComputed());
        }
    }

    @Operation(
            summary = "What differs between two views of one Member State, and why, as a file",
            description = ENDINGS)
    @Parameter(name = ChangeEnds.FROM, in = ParameterIn.QUERY, required = true, description = END_MEANS)
    @Parameter(name = ChangeEnds.TO, in = ParameterIn.QUERY, description = END_MEANS)
    @Parameter(name = ViewPoints.AUDIENCE, in = ParameterIn.QUERY, description = "As in every view.")
    @GetMapping({
        "/api/v1/states/{iso3}/changes.csv",
        "/api/v1/states/{iso3}/changes.xlsx",
        "/api/v1/states/{iso3}/changes.jsonl",
        "/api/v1/states/{iso3}/changes.pdf"
    })
    ResponseEntity<byte[]> changes(@PathVariable String iso3, HttpServletRequest request) {
        MemberState state = MemberStateParameter.inPath(iso3);
        Parameters parameters = Parameters.of(request, ChangeEnds.FROM, ChangeEnds.TO, ViewPoints.AUDIENCE);
        ChangeEnds ends = ChangeEnds.read(request, parameters, viewPoints);
        StateResult first = states.view(state, ends.from());
        StateResult second = states.view(state, ends.to());
        Changes changes = Changes.between(first.file(), first.view(), second.file(), second.view());
        return answers.of(
                request,
                "changes-" + state.iso3() + "-" + Views.named(ends.to()),
                ChangesSheet.of(
                        state,
                        changes,
                        new SeenPositions(ends.to().audience(), first.file()),
                        new SeenPositions(ends.to().audience(), second.file())),
                views.of(
                        request.getRequestURI(),
                        ends.from(),
                        ends.to(),
                        Views.heldFrom(second.heldFrom() == null ? first : second)));
    }

    @Operation(
            summary = "Who checked what, with which list and settings, when, and who agreed: screenings as a file",
            description = ENDINGS)
    @Parameter(
            name = ScreeningQuery.STATE,
            in = ParameterIn.QUERY,
            description = "The State, such as NOR; all by default.")
    @Parameter(name = ScreeningQuery.STATUS, in = ParameterIn.QUERY, description = "Such as CONFIRMED; any by default.")
    @Parameter(
            name = ScreeningQuery.QUESTION,
            in = ParameterIn.QUERY,
            description = "DESIGNATION or PARAGRAPH_8; both by default.")
    @ViewParameters
    @GetMapping({
        "/api/v1/screenings.csv",
        "/api/v1/screenings.xlsx",
        "/api/v1/screenings.jsonl",
        "/api/v1/screenings.pdf"
    })
    ResponseEntity<byte[]> screenings(HttpServletRequest request) {
        Parameters parameters =
                ViewPoints.parameters(request, ScreeningQuery.STATE, ScreeningQuery.STATUS, ScreeningQuery.QUESTION);
        ScreeningQuery query = ScreeningQuery.read(request, parameters, viewPoints);
        Screenings all = screenings.at(query.cut(), query.audience());
        List<Long> unreadable = query.unreadable(screenings);
        String note = query.isIncomplete(screenings)
                ? "Some events cannot be read and are left out" + (unreadable.isEmpty() ? "." : ": " + unreadable)
                : null;
        return answers.of(
                request,
                "screenings-" + Views.named(query.point()),
                ScreeningsSheet.of(all, query.in(all)),
                views.of(
                        request.getRequestURI(),
                        query.point(),
                        Views.stated(parameters, ScreeningQuery.STATE, ScreeningQuery.STATUS, ScreeningQuery.QUESTION),
                        note));
    }
}
