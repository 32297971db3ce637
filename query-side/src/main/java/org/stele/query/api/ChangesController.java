package org.stele.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.stele.events.MemberState;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.query.lens.SeenPositions;
import org.stele.query.view.Board;
import org.stele.query.view.Parameters;
import org.stele.query.view.StateResult;
import org.stele.query.view.States;
import org.stele.query.view.ViewPoints;
import org.stele.query.view.ViewPoints.Coordinates;
import org.stele.statefile.StateFile;
import org.stele.statefile.across.AcrossStates;
import org.stele.statefile.change.Changes;
import org.stele.statefile.change.Difference;
import org.stele.statefile.status.StateView;
import org.stele.web.page.ViewPoint;

/** What differs between two views, and why (rules, section 4.7), as JSON. */
@RestController
final class ChangesController {

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String SINCE = "since";
    private static final String VIEW =
            "A view as effectiveOn/knownOn/treeSize, such as 2019-12-22/2020-03-22/; what is empty is as by default.";

    private final States states;
    private final Board board;
    private final ViewAnswers answers;

    ChangesController(States states, Board board, ViewAnswers answers) {
        this.states = states;
        this.board = board;
        this.answers = answers;
    }

    /** The differences of one State between two views. */
    @JsonPropertyOrder({"from", "to", "changes", "causes", "notComputed", "heldBack"})
    record OfState(
            ViewPoint from,
            ViewPoint to,
            List<Difference> changes,
            ChangesJson.Causes causes,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DiscrepancyCode> notComputed,
            StateJson.@Nullable HeldBack heldBack) {}

    /** One State of several. */
    @JsonPropertyOrder({"iso3", "changes", "causes"})
    record Changed(String iso3, List<Difference> changes, ChangesJson.Causes causes) {

        boolean isAny() {
            return !changes.isEmpty() || !causes.isNone();
        }
    }

    /** The States of which something differs, in the order of their codes. */
    @JsonPropertyOrder({"from", "to", "states", "notTrusted"})
    record OfAll(ViewPoint from, ViewPoint to, List<Changed> states, List<String> notTrusted) {}

    @Operation(summary = "What differs between two views of one Member State, and the causes")
    @Parameter(name = FROM, in = ParameterIn.QUERY, description = VIEW)
    @Parameter(name = TO, in = ParameterIn.QUERY, description = VIEW)
    @Parameter(name = ViewPoints.AUDIENCE, in = ParameterIn.QUERY, description = "As in every view.")
    @GetMapping(path = "/api/v1/states/{iso3}/changes", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OfState> ofState(@PathVariable String iso3, HttpServletRequest request) {
        MemberState state = MemberStateParameter.inPath(iso3);
        Parameters parameters = Parameters.of(request, FROM, TO, ViewPoints.AUDIENCE);
        ViewPoints points = answers.viewPoints();
        Coordinates from = parameters.read(FROM, points::coordinates).orElseGet(points::present);
        Coordinates to = parameters.read(TO, points::coordinates).orElseGet(points::present);
        ViewPoint asked = points.read(request, parameters, to.treeSize());
        ViewPoint before = from.of(asked);
        ViewPoint after = to.of(asked);
        States.Look first = states.look(state, before);
        States.Look second = states.look(state, after);
        Optional<String> tag = tag(state, before, first.heldFrom(), after, second.heldFrom(), first.present());
        if (ViewAnswers.isKnown(request, tag)) {
            return ViewAnswers.notModified(tag.orElseThrow());
        }
        StateResult one = first.view();
        StateResult other = second.view();
        Long heldFrom = other.heldFrom() == null ? one.heldFrom() : other.heldFrom();
        ChangesJson changes = changes(one.file(), one.view(), other.file(), other.view(), after);
        return ViewAnswers.found(
                tag(state, before, one.heldFrom(), after, other.heldFrom(), first.present()),
                new OfState(
                        before,
                        after,
                        changes.changes(),
                        changes.causes(),
                        (one.view().notComputed().isEmpty() ? other : one)
                                .view()
                                .notComputed(),
                        heldFrom == null ? null : new StateJson.HeldBack(heldFrom)));
    }

    private Optional<String> tag(
            MemberState state,
            ViewPoint from,
            @Nullable Long heldFrom,
            ViewPoint to,
            @Nullable Long heldTo,
            String present) {
        return answers.tag(
                "changes." + state.iso3(), to, present, from.tag(), String.valueOf(heldFrom), String.valueOf(heldTo));
    }

    @Operation(
            summary = "What differs of every Member State between the first N events of the ledger and all of them",
            description = "At the same dates: today's by default.")
    @Parameter(name = SINCE, in = ParameterIn.QUERY, required = true, description = "The size of the ledger before.")
    @ViewParameters
    @GetMapping(path = "/api/v1/changes", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OfAll> ofAll(HttpServletRequest request) {
        Parameters parameters = ViewPoints.parameters(request, SINCE);
        long head = states.head();
        long since =
                parameters.read(SINCE, text -> Parameters.number(text, 0, head)).orElse(0L);
        if (!parameters.has(SINCE)) {
            parameters.refuse(SINCE, "Expected the size of the ledger before.");
        }
        ViewPoint after = answers.viewPoints().read(request, parameters);
        if (since > after.treeSize()) {
            parameters.refuse(SINCE, "Expected a size of at most treeSize, %s.".formatted(after.treeSize()));
            parameters.requireNoErrors();
        }
        ViewPoint before = after.withTreeSize(since);
        Board.Look second = board.look(after);
        Optional<String> tag =
                answers.tag("changes", after, second.present(), before.tag(), second.heldFrom(), second.notTrusted());
        if (ViewAnswers.isKnown(request, tag)) {
            return ViewAnswers.notModified(tag.orElseThrow());
        }
        Board.Files files = second.files();
        return ViewAnswers.found(
                answers.tag("changes", after, second.present(), before.tag(), files.heldFrom(), files.notTrusted()),
                new OfAll(
                        before,
                        after,
                        changed(board.files(before), files),
                        files.notTrusted().stream().map(MemberState::iso3).toList()));
    }

    /** A State without an event between the two sizes is the same in both, unless another State's may bear on it. */
    private static List<Changed> changed(Board.Files before, Board.Files after) {
        return after.shown().parallelStream()
                .map(after::file)
                .filter(file -> file.lastPosition() > before.point().treeSize()
                        || (after.across() != null && AcrossStates.concerns(file)))
                .map(file -> changed(before.file(file.memberState()), before, file, after))
                .filter(Changed::isAny)
                .toList();
    }

    private static Changed changed(StateFile first, Board.Files before, StateFile second, Board.Files after) {
        ChangesJson changes = changes(first, before.view(first), second, after.view(second), after.point());
        return new Changed(second.memberState().iso3(), changes.changes(), changes.causes());
    }

    private static ChangesJson changes(
            StateFile first, StateView from, StateFile second, StateView to, ViewPoint point) {
        return ChangesJson.of(
                Changes.between(first, from, second, to),
                new SeenPositions(point.audience(), first),
                new SeenPositions(point.audience(), second));
    }
}
