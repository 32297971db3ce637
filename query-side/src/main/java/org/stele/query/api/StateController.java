package org.stele.query.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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
import org.stele.query.view.ViewPoints;
import org.stele.web.page.Conditions;
import org.stele.web.page.Etags;
import org.stele.web.page.ViewPoint;

/** State files and the board, as JSON. */
@RestController
final class StateController {

    private static final String EFFECTIVE_ON = "The day that is spoken of, included; today in New York by default.";
    private static final String KNOWN_ON = "The day of knowledge, included; today in New York by default.";
    private static final String TREE_SIZE = "How many events of the ledger are seen; all by default.";

    private final States states;
    private final Board board;
    private final ViewPoints viewPoints;
    private final Etags etags;

    StateController(States states, Board board, ViewPoints viewPoints, Etags etags) {
        this.states = states;
        this.board = board;
        this.viewPoints = viewPoints;
        this.etags = etags;
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
    @Parameter(
            name = ViewPoints.EFFECTIVE_ON,
            in = ParameterIn.QUERY,
            description = EFFECTIVE_ON,
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = ViewPoints.KNOWN_ON,
            in = ParameterIn.QUERY,
            description = KNOWN_ON,
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = ViewPoints.TREE_SIZE,
            in = ParameterIn.QUERY,
            description = TREE_SIZE,
            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
    @GetMapping(path = "/api/v1/states/{iso3}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<StateJson> state(@PathVariable String iso3, HttpServletRequest request) {
        MemberState memberState = MemberStateParameter.inPath(iso3);
        ViewPoint point = point(request);
        States.Look look = states.look(memberState, point.treeSize());
        Optional<String> tag = stateTag(memberState, point, look.heldFrom());
        if (isKnown(request, tag)) {
            return notModified(tag.orElseThrow());
        }
        StateResult seen = look.at(point);
        return found(stateTag(memberState, point, seen.heldFrom()), StateJson.of(seen, point));
    }

    @Operation(summary = "The statuses and flags of all 193 Member States")
    @Parameter(
            name = ViewPoints.EFFECTIVE_ON,
            in = ParameterIn.QUERY,
            description = EFFECTIVE_ON,
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = ViewPoints.KNOWN_ON,
            in = ParameterIn.QUERY,
            description = KNOWN_ON,
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = ViewPoints.TREE_SIZE,
            in = ParameterIn.QUERY,
            description = TREE_SIZE,
            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
    @GetMapping(path = "/api/v1/board", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BoardJson> board(HttpServletRequest request) {
        ViewPoint point = point(request);
        Board.Look look = board.look(point.treeSize());
        Optional<String> tag = boardTag(point, look.heldFrom(), look.notTrusted());
        if (isKnown(request, tag)) {
            return notModified(tag.orElseThrow());
        }
        Board.Files files = look.files();
        return found(boardTag(point, files.heldFrom(), files.notTrusted()), BoardJson.of(files, point));
    }

    /** Events held back now may be folded later, which changes the same view. */
    private Optional<String> stateTag(MemberState memberState, ViewPoint point, @Nullable Long heldFrom) {
        String name = "state." + memberState.iso3() + "." + point.tag();
        return tag(heldFrom == null ? name : name + ".held." + heldFrom, point);
    }

    private Optional<String> boardTag(
            ViewPoint point, SortedMap<MemberState, Long> heldFrom, SortedSet<MemberState> notTrusted) {
        return tag("board." + point.tag(), point, heldFrom, notTrusted);
    }

    /** Empty where the ledger's root cannot be computed. */
    private Optional<String> tag(String name, ViewPoint point, Object... more) {
        return states.root(point.treeSize()).map(root -> etags.strong(name, root, Arrays.asList(more)));
    }

    private static boolean isKnown(HttpServletRequest request, Optional<String> tag) {
        return tag.isPresent() && Conditions.isKnown(request, tag.get());
    }

    private ViewPoint point(HttpServletRequest request) {
        return viewPoints.read(
                Parameters.of(request, ViewPoints.EFFECTIVE_ON, ViewPoints.KNOWN_ON, ViewPoints.TREE_SIZE));
    }

    private static <T> ResponseEntity<T> found(Optional<String> tag, T body) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noCache());
        tag.ifPresent(answer::eTag);
        return answer.body(body);
    }

    private static <T> ResponseEntity<T> notModified(String tag) {
        return ResponseEntity.status(304)
                .eTag(tag)
                .cacheControl(CacheControl.noCache())
                .build();
    }
}
