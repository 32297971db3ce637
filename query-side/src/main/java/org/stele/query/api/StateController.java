package org.stele.query.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.stele.events.MemberState;
import org.stele.events.RegionalGroup;
import org.stele.query.view.Board;
import org.stele.query.view.Parameters;
import org.stele.query.view.StateResult;
import org.stele.query.view.States;
import org.stele.web.page.ViewPoint;

/** State files and the board, as JSON. */
@RestController
final class StateController {

    private final States states;
    private final Board board;
    private final ViewAnswers answers;

    StateController(States states, Board board, ViewAnswers answers) {
        this.states = states;
        this.board = board;
        this.answers = answers;
    }

    /** One Member State in the list of all. */
    record Listed(String iso3, String iso2, String name, RegionalGroup regionalGroup) {}

    @Operation(summary = "The 193 Member States")
    @GetMapping(path = "/api/v1/states", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, List<Listed>> list(HttpServletRequest request) {
        Parameters.of(request).requireNoErrors();
        return Map.of(
                "states",
                Arrays.stream(MemberState.values())
                        .map(state ->
                                new Listed(state.iso3(), state.iso2(), state.officialName(), state.regionalGroup()))
                        .toList());
    }

    @Operation(summary = "The state file of one Member State")
    @ViewParameters
    @GetMapping(path = "/api/v1/states/{iso3}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<StateJson> state(@PathVariable String iso3, HttpServletRequest request) {
        MemberState memberState = MemberStateParameter.inPath(iso3);
        ViewPoint point = answers.point(request);
        States.Look look = states.look(memberState, point);
        Optional<String> tag = stateTag(memberState, point, look.present(), look.heldFrom());
        if (ViewAnswers.isKnown(request, tag)) {
            return ViewAnswers.notModified(tag.orElseThrow());
        }
        StateResult seen = look.view();
        return ViewAnswers.found(
                stateTag(memberState, point, look.present(), seen.heldFrom()), StateJson.of(seen, point));
    }

    @Operation(summary = "The statuses and flags of all 193 Member States")
    @ViewParameters
    @GetMapping(path = "/api/v1/board", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BoardJson> board(HttpServletRequest request) {
        ViewPoint point = answers.point(request);
        Board.Look look = board.look(point);
        Optional<String> tag = boardTag(point, look.present(), look.heldFrom(), look.notTrusted());
        if (ViewAnswers.isKnown(request, tag)) {
            return ViewAnswers.notModified(tag.orElseThrow());
        }
        Board.Files files = look.files();
        return ViewAnswers.found(
                boardTag(point, look.present(), files.heldFrom(), files.notTrusted()), BoardJson.of(files));
    }

    /** Events held back now may be folded later, which changes the same view. */
    private Optional<String> stateTag(
            MemberState memberState, ViewPoint point, String present, @Nullable Long heldFrom) {
        String name = "state." + memberState.iso3();
        return answers.tag(heldFrom == null ? name : name + ".held." + heldFrom, point, present);
    }

    private Optional<String> boardTag(
            ViewPoint point, String present, SortedMap<MemberState, Long> heldFrom, SortedSet<MemberState> notTrusted) {
        return answers.tag("board", point, present, heldFrom, notTrusted);
    }
}
