package org.stele.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.stele.events.MemberState;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.query.view.Board;
import org.stele.statefile.status.Flag;
import org.stele.statefile.status.HalfRuleStatus;
import org.stele.statefile.status.RepatriationStatus;
import org.stele.statefile.status.StateView;
import org.stele.statefile.status.TimelinessStatus;
import org.stele.web.page.ViewPoint;

/**
 * The board as JSON: every State's statuses, and the number of States with each.
 *
 * @param notTrusted the codes of States that are left out, because their stored rows were changed from outside
 */
@JsonPropertyOrder({"view", "counts", "states", "heldBack", "notTrusted"})
record BoardJson(ViewPoint view, Counts counts, List<State> states, List<HeldBack> heldBack, List<String> notTrusted) {

    /** A State whose entry is incomplete, because one of its events cannot be folded. */
    @JsonPropertyOrder({"iso3", "fromPosition"})
    record HeldBack(String iso3, long fromPosition) {}

    /** A status that no State has is counted as 0. */
    @JsonPropertyOrder({"repatriation", "REP-MID", "REP-HALF", "REP-FIN"})
    record Counts(
            Map<RepatriationStatus, Integer> repatriation,
            @JsonProperty("REP-MID") Map<TimelinessStatus, Integer> midterm,
            @JsonProperty("REP-HALF") Map<HalfRuleStatus, Integer> half,
            @JsonProperty("REP-FIN") Map<TimelinessStatus, Integer> finalReport) {}

    /** @param notComputed rules of discrepancies that could not be applied; absent where every rule was */
    @JsonPropertyOrder({"iso3", "repatriation", "REP-MID", "REP-HALF", "REP-FIN", "flags", "notComputed"})
    record State(
            String iso3,
            RepatriationStatus repatriation,
            @JsonProperty("REP-MID") TimelinessStatus midterm,
            @JsonProperty("REP-HALF") HalfRuleStatus half,
            @JsonProperty("REP-FIN") TimelinessStatus finalReport,
            List<Flag> flags,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DiscrepancyCode> notComputed) {}

    static BoardJson of(Board.Files files) {
        List<State> states = files.each((_, view) -> state(view));
        return new BoardJson(
                files.point(),
                new Counts(
                        count(RepatriationStatus.class, states, State::repatriation),
                        count(TimelinessStatus.class, states, State::midterm),
                        count(HalfRuleStatus.class, states, State::half),
                        count(TimelinessStatus.class, states, State::finalReport)),
                states,
                files.heldFrom().entrySet().stream()
                        .map(held -> new HeldBack(held.getKey().iso3(), held.getValue()))
                        .toList(),
                files.notTrusted().stream().map(MemberState::iso3).toList());
    }

    private static State state(StateView view) {
        return new State(
                view.memberState().iso3(),
                view.repatriation().status(),
                view.midtermReport().status(),
                view.halfRule().status(),
                view.finalReport().status(),
                view.flags(),
                view.notComputed());
    }

    private static <E extends Enum<E>> Map<E, Integer> count(
            Class<E> statuses, List<State> states, Function<State, E> status) {
        Map<E, Integer> counts = new EnumMap<>(statuses);
        for (E one : statuses.getEnumConstants()) {
            counts.put(one, 0);
        }
        states.forEach(state -> counts.merge(status.apply(state), 1, Integer::sum));
        return counts;
    }
}
