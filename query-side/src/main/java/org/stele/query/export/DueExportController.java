package org.stele.query.export;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.stele.events.MemberState;
import org.stele.query.api.DueParameters;
import org.stele.query.api.MemberStateParameter;
import org.stele.query.api.ViewParameters;
import org.stele.query.view.Board;
import org.stele.query.view.DueOverview;
import org.stele.query.view.DueOverview.Filter;
import org.stele.query.view.Parameters;
import org.stele.query.view.StateResult;
import org.stele.query.view.States;
import org.stele.query.view.ViewPoints;
import org.stele.statefile.due.Due;
import org.stele.web.page.ViewPoint;

/** What is due, of one State and of all, as files. */
@RestController
final class DueExportController {

    private final States states;
    private final Board board;
    private final ViewPoints viewPoints;
    private final Views views;
    private final ExportAnswers answers;

    DueExportController(States states, Board board, ViewPoints viewPoints, Views views, ExportAnswers answers) {
        this.states = states;
        this.board = board;
        this.viewPoints = viewPoints;
        this.views = views;
        this.answers = answers;
    }

    @Operation(
            summary = "What is due of one Member State, and how its older reports stand, as a file",
            description = ExportController.ENDINGS)
    @ViewParameters
    @GetMapping({
        "/api/v1/states/{iso3}/due.csv",
        "/api/v1/states/{iso3}/due.xlsx",
        "/api/v1/states/{iso3}/due.jsonl",
        "/api/v1/states/{iso3}/due.pdf"
    })
    ResponseEntity<byte[]> ofOne(@PathVariable String iso3, HttpServletRequest request) {
        MemberState state = MemberStateParameter.inPath(iso3);
        ViewPoint point = viewPoints.read(request, ViewPoints.parameters(request));
        StateResult seen = states.view(state, point);
        return answers.of(
                request,
                "due-" + state.iso3() + "-" + Views.named(point),
                DueSheet.of(seen, Due.of(seen.file(), seen.view())),
                views.of(request.getRequestURI(), point, new TreeMap<>(), Views.heldFrom(seen)));
    }

    @Operation(summary = "What is due of all Member States, by days, as a file", description = ExportController.ENDINGS)
    @DueParameters
    @ViewParameters
    @GetMapping({"/api/v1/due.csv", "/api/v1/due.xlsx", "/api/v1/due.jsonl", "/api/v1/due.pdf"})
    ResponseEntity<byte[]> ofAll(HttpServletRequest request) {
        Parameters parameters = ViewPoints.parameters(request, Filter.STATE, Filter.CODE, Filter.OBLIGATION);
        Filter filter = Filter.read(parameters);
        ViewPoint point = viewPoints.read(request, parameters);
        Board.Files files = board.files(point);
        DueOverview due = DueOverview.of(files, filter);
        return answers.of(
                request,
                "due-" + Views.named(point),
                DueSheet.of(due),
                views.of(
                        request.getRequestURI(),
                        point,
                        Views.stated(parameters, Filter.STATE, Filter.CODE, Filter.OBLIGATION),
                        Views.together(
                                Views.together(Views.incomplete(files), codes(due.withheld())),
                                ExportController.SEALED,
                                codes(due.notComputedStates()))));
    }

    private static List<String> codes(List<MemberState> states) {
        return states.stream().map(MemberState::iso3).toList();
    }
}
