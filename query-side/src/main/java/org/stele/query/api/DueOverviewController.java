package org.stele.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stele.events.MemberState;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.query.view.Board;
import org.stele.query.view.DueOverview;
import org.stele.query.view.DueOverview.Filter;
import org.stele.query.view.Parameters;
import org.stele.query.view.ViewPoints;
import org.stele.web.page.ViewPoint;

/** What is due of all States, by days, as JSON. */
@RestController
final class DueOverviewController {

    private final Board board;
    private final ViewAnswers answers;

    DueOverviewController(Board board, ViewAnswers answers) {
        this.board = board;
        this.answers = answers;
    }

    /**
     * What is due, what is longest past its day first.
     *
     * @param withheld the codes of States of which part is not told to the reader, who does not see all that the rules read
     * @param notComputed by rule of discrepancies, the codes of States to which it could not be applied, because references to
     *     subjects cannot be read; absent where every rule was
     * @param heldBack the codes of States of which some events cannot be folded and are left out
     * @param notTrusted the codes of States that are left out, because their stored rows were changed from outside
     */
    @JsonPropertyOrder({"view", "due", "withheld", "notComputed", "heldBack", "notTrusted"})
    record Page(
            ViewPoint view,
            List<Item> due,
            List<String> withheld,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<DiscrepancyCode, List<String>> notComputed,
            List<String> heldBack,
            List<String> notTrusted) {}

    /** @param item as in the list of one State */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder("memberState")
    record Item(String memberState, @JsonUnwrapped DueJson.Item item) {}

    @Operation(
            summary = "What is due of all Member States, by days",
            description =
                    "What is longest past its day comes first, then what has fewest days left, then what has no day."
                            + " The items are those of /api/v1/states/{iso3}/due; older reports stand there alone.")
    @DueParameters
    @ViewParameters
    @GetMapping(path = "/api/v1/due", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Page> due(HttpServletRequest request) {
        Parameters parameters = ViewPoints.parameters(request, Filter.STATE, Filter.CODE, Filter.OBLIGATION);
        Filter filter = Filter.read(parameters);
        ViewPoint point = answers.viewPoints().read(request, parameters);
        Board.Look look = board.look(point);
        Optional<String> tag = tag(look, point, filter, look.heldFrom());
        if (ViewAnswers.isKnown(request, tag)) {
            return ViewAnswers.notModified(tag.orElseThrow());
        }
        Board.Files files = look.files();
        return ViewAnswers.found(tag(look, point, filter, files.heldFrom()), page(files, filter));
    }

    private Optional<String> tag(
            Board.Look look, ViewPoint point, Filter filter, SortedMap<MemberState, Long> heldFrom) {
        return answers.tag("due", point, look.present(), filter, heldFrom, look.notTrusted());
    }

    private static Page page(Board.Files files, Filter filter) {
        DueOverview due = DueOverview.of(files, filter);
        return new Page(
                files.point(),
                due.entries().stream()
                        .map(entry -> new Item(entry.state().iso3(), DueJson.item(entry.item())))
                        .toList(),
                codes(due.withheld().stream(), filter),
                notComputed(due),
                codes(files.heldFrom().keySet().stream(), filter),
                codes(files.notTrusted().stream(), filter));
    }

    private static SortedMap<DiscrepancyCode, List<String>> notComputed(DueOverview due) {
        SortedMap<DiscrepancyCode, List<String>> codes = new TreeMap<>();
        due.notComputed()
                .forEach((code, states) ->
                        codes.put(code, states.stream().map(MemberState::iso3).toList()));
        return codes;
    }

    private static List<String> codes(Stream<MemberState> states, Filter filter) {
        return states.filter(filter::takes).map(MemberState::iso3).toList();
    }
}
