package org.stele.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stele.events.Audience;
import org.stele.events.MemberState;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.query.lens.SeenPositions;
import org.stele.query.view.Board;
import org.stele.query.view.EventSelection;
import org.stele.query.view.Parameters;
import org.stele.query.view.ViewPoints;
import org.stele.statefile.discrepancy.Discrepancy;
import org.stele.statefile.status.StateView;
import org.stele.web.page.ViewPoint;

/** In what filings do not agree (rules, section 4.5), as JSON. */
@RestController
final class DiscrepancyController {

    private static final String STATE = "state";
    private static final String CODE = "code";
    private static final String STATUS = "status";

    private final Board board;
    private final ViewAnswers answers;

    DiscrepancyController(Board board, ViewAnswers answers) {
        this.board = board;
        this.answers = answers;
    }

    /**
     * Discrepancies by State, then by code and position.
     *
     * @param withheld the codes of States whose discrepancies are not computed for the reader, who does not see all that
     *     their rules would read
     * @param notComputed by rule, the codes of States to which it could not be applied, because references to subjects cannot be
     *     read; absent where every rule was
     * @param heldBack the codes of States of which some events cannot be folded and are left out
     * @param notTrusted the codes of States that are left out, because their stored rows were changed from outside
     */
    @JsonPropertyOrder({"view", "discrepancies", "withheld", "notComputed", "heldBack", "notTrusted"})
    record Page(
            ViewPoint view,
            List<DiscrepancyJson> discrepancies,
            List<String> withheld,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<DiscrepancyCode, List<String>> notComputed,
            List<String> heldBack,
            List<String> notTrusted) {}

    /** Those that are asked for; null for all. */
    private record Filter(
            @Nullable MemberState state, @Nullable DiscrepancyCode code, Discrepancy.@Nullable Status status) {

        boolean takes(MemberState one) {
            return state == null || state == one;
        }

        boolean takes(Discrepancy one) {
            return (code == null || code == one.code()) && (status == null || status == one.status());
        }
    }

    @Operation(
            summary = "Discrepancies: in what filings, or filings and evidence, do not agree",
            description = "None of them changes a status. Each shows the figures of its rule.")
    @Parameter(name = STATE, in = ParameterIn.QUERY, description = "The State they are of, such as NOR.")
    @Parameter(name = CODE, in = ParameterIn.QUERY, description = "Such as SUM_DIFFERS.")
    @Parameter(name = STATUS, in = ParameterIn.QUERY, description = "OPEN, EXPLAINED or RESOLVED.")
    @ViewParameters
    @GetMapping(path = "/api/v1/discrepancies", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Page> discrepancies(HttpServletRequest request) {
        Parameters parameters = ViewPoints.parameters(request, STATE, CODE, STATUS);
        Filter filter = new Filter(
                parameters.read(STATE, EventSelection::state).orElse(null),
                parameters
                        .read(CODE, text -> Parameters.oneOf(DiscrepancyCode.class, text))
                        .orElse(null),
                parameters
                        .read(STATUS, text -> Parameters.oneOf(Discrepancy.Status.class, text))
                        .orElse(null));
        ViewPoint point = answers.viewPoints().read(request, parameters);
        Board.Look look = board.look(point);
        Optional<String> tag = tag(look, point, filter);
        if (ViewAnswers.isKnown(request, tag)) {
            return ViewAnswers.notModified(tag.orElseThrow());
        }
        Board.Files files = look.files();
        return ViewAnswers.found(tag(look, point, filter, files), page(files, filter));
    }

    private Optional<String> tag(Board.Look look, ViewPoint point, Filter filter) {
        return answers.tag("discrepancies", point, look.present(), filter, look.heldFrom(), look.notTrusted());
    }

    private Optional<String> tag(Board.Look look, ViewPoint point, Filter filter, Board.Files files) {
        return files.heldFrom().equals(look.heldFrom())
                ? tag(look, point, filter)
                : answers.tag("discrepancies", point, look.present(), filter, files.heldFrom(), files.notTrusted());
    }

    private static Page page(Board.Files files, Filter filter) {
        Audience audience = files.point().audience();
        List<OfState> found =
                files.each(filter::takes, (file, view) -> OfState.of(view, filter, new SeenPositions(audience, file)));
        return new Page(
                files.point(),
                found.stream().flatMap(state -> state.discrepancies().stream()).toList(),
                found.stream()
                        .filter(OfState::isWithheld)
                        .map(state -> state.memberState().iso3())
                        .toList(),
                notComputed(found),
                codes(files.heldFrom().keySet().stream(), filter),
                codes(files.notTrusted().stream(), filter));
    }

    /** What is shown of one State. */
    private record OfState(
            MemberState memberState,
            List<DiscrepancyJson> discrepancies,
            boolean isWithheld,
            List<DiscrepancyCode> notComputed) {

        static OfState of(StateView view, Filter filter, SeenPositions positions) {
            return new OfState(
                    view.memberState(),
                    view.discrepancies().stream()
                            .filter(filter::takes)
                            .map(discrepancy -> DiscrepancyJson.of(discrepancy, positions))
                            .toList(),
                    view.inView().isWithheldInPart(),
                    view.notComputed());
        }
    }

    private static SortedMap<DiscrepancyCode, List<String>> notComputed(List<OfState> states) {
        SortedMap<DiscrepancyCode, List<String>> all = new TreeMap<>();
        for (OfState state : states) {
            state.notComputed()
                    .forEach(code -> all.computeIfAbsent(code, _ -> new ArrayList<>())
                            .add(state.memberState().iso3()));
        }
        return all;
    }

    private static List<String> codes(Stream<MemberState> states, Filter filter) {
        return states.filter(filter::takes).map(MemberState::iso3).toList();
    }
}
