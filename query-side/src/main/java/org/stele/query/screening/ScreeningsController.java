package org.stele.query.screening;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.stele.events.FilingId;
import org.stele.query.api.ViewParameters;
import org.stele.query.screening.ScreeningAnswers.Compared;
import org.stele.query.screening.ScreeningAnswers.Due;
import org.stele.query.screening.ScreeningAnswers.DueList;
import org.stele.query.screening.ScreeningAnswers.One;
import org.stele.query.screening.ScreeningAnswers.Page;
import org.stele.query.screening.ScreeningAnswers.Pair;
import org.stele.query.screening.ScreeningAnswers.PairingList;
import org.stele.query.screening.ScreeningAnswers.Step;
import org.stele.query.screening.ScreeningRegister.Whole;
import org.stele.query.view.Parameters;
import org.stele.query.view.ViewPoints;
import org.stele.statefile.screening.Lookback;
import org.stele.statefile.screening.ScreeningLens;
import org.stele.statefile.screening.ScreeningReading;
import org.stele.statefile.screening.Screenings;
import org.stele.web.problem.Problem;

/** Screenings as JSON: a page of them, one with its whole history, and what follows from them. */
@RestController
final class ScreeningsController {

    private static final int PAGE = 500;
    private static final int MAX_PAGE = 1_000;
    private static final String AFTER = "after";
    private static final String LIMIT = "limit";
    private static final String WITH = "with";
    private static final String STATE_MEANS = "The State whose screenings they are, such as NOR; all by default.";

    private final ScreeningRegister register;
    private final ViewPoints viewPoints;

    ScreeningsController(ScreeningRegister register, ViewPoints viewPoints) {
        this.register = register;
        this.viewPoints = viewPoints;
    }

    @Operation(
            summary = "Screenings, in the order of their first events",
            description = "An auditor, the custodian and officials of the State itself are given all of them; chair and"
                    + " registrar are given a confirmed verdict's question, disposition and days; others nothing.")
    @Parameter(name = ScreeningQuery.STATE, in = ParameterIn.QUERY, description = STATE_MEANS)
    @Parameter(name = ScreeningQuery.STATUS, in = ParameterIn.QUERY, description = "Such as CONFIRMED; any by default.")
    @Parameter(
            name = ScreeningQuery.QUESTION,
            in = ParameterIn.QUERY,
            description = "DESIGNATION or PARAGRAPH_8; both by default.")
    @Parameter(name = AFTER, in = ParameterIn.QUERY, description = "The position after which their first events lie.")
    @Parameter(name = LIMIT, in = ParameterIn.QUERY, description = "How many at most: 1 to 1000, 500 by default.")
    @ViewParameters
    @GetMapping(path = "/api/v1/screenings", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Page> page(HttpServletRequest request) {
        Parameters parameters = ViewPoints.parameters(
                request, ScreeningQuery.STATE, ScreeningQuery.STATUS, ScreeningQuery.QUESTION, AFTER, LIMIT);
        long after = parameters
                .read(AFTER, text -> Parameters.number(text, 0, Long.MAX_VALUE))
                .orElse(0L);
        int limit = parameters
                .read(LIMIT, text -> Math.toIntExact(Parameters.number(text, 1, MAX_PAGE)))
                .orElse(PAGE);
        ScreeningQuery query = ScreeningQuery.read(request, parameters, viewPoints);
        Screenings all = register.at(query.cut(), query.audience());
        List<ScreeningReading> found = query.in(all).stream()
                .filter(screening -> screening.history().firstPosition() > after)
                .limit(limit + 1L)
                .toList();
        List<ScreeningReading> shown = found.subList(0, Math.min(limit, found.size()));
        Map<FilingId, FilingId> supersededBy = all.supersededBy();
        return found(new Page(
                query.point(),
                shown.stream()
                        .map(one -> ScreeningJson.of(one, all.lens(one), supersededBy.get(one.id())))
                        .toList(),
                found.size() > limit ? shown.getLast().history().firstPosition() : null,
                query.isIncomplete(register),
                query.unreadable(register)));
    }

    @Operation(
            summary =
                    "One screening with its whole history: who checked what, with which list and settings, and who agreed")
    @ViewParameters
    @GetMapping(path = "/api/v1/screenings/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<One> one(@PathVariable String id, HttpServletRequest request) {
        ScreeningQuery query = ScreeningQuery.read(request, ViewPoints.parameters(request), viewPoints);
        Screenings all = register.at(query.cut(), query.audience());
        ScreeningReading found = find(all, id);
        ScreeningLens lens = all.lens(found);
        ScreeningJson json = ScreeningJson.of(found, lens, all.supersededBy().get(found.id()));
        List<Step> steps = lens == ScreeningLens.WHOLE ? steps(query, found.id()) : null;
        return found(new One(query.point(), json, steps));
    }

    private List<Step> steps(ScreeningQuery query, FilingId id) {
        Whole whole = register.whole(id, query.cut(), query.audience()).orElseThrow();
        return IntStream.range(0, whole.stored().size())
                .mapToObj(i ->
                        Step.of(whole.history().steps().get(i), whole.stored().get(i)))
                .toList();
    }

    @Operation(
            summary =
                    "The last results of two screenings of one subject beside each other, and what may explain the difference")
    @Parameter(name = WITH, in = ParameterIn.QUERY, required = true, description = "The id of the other screening.")
    @ViewParameters
    @GetMapping(path = "/api/v1/screenings/{id}/lookback", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Compared> lookback(@PathVariable String id, HttpServletRequest request) {
        Parameters parameters = ViewPoints.parameters(request, WITH);
        Optional<String> with = parameters.read(WITH, text -> text);
        if (!parameters.has(WITH)) {
            parameters.refuse(WITH, "Expected the id of the screening to compare with.");
        }
        ScreeningQuery query = ScreeningQuery.read(request, parameters, viewPoints);
        Screenings all = register.at(query.cut(), query.audience());
        ScreeningReading one = find(all, id);
        ScreeningReading other = find(all, with.orElseThrow());
        Lookback lookback = isWhole(all, one) && isWhole(all, other) ? all.lookback(one, other) : null;
        if (lookback == null) {
            throw Problem.of(
                            422,
                            "not-comparable",
                            "Expected two screenings of one subject that have results. Look at both and choose others.")
                    .asException();
        }
        return found(Compared.of(query, lookback));
    }

    private static boolean isWhole(Screenings all, ScreeningReading screening) {
        return all.lens(screening) == ScreeningLens.WHOLE;
    }

    @Operation(summary = "Subjects that are due for re-screening, because entries were added to a list since")
    @Parameter(name = ScreeningQuery.STATE, in = ParameterIn.QUERY, description = STATE_MEANS)
    @ViewParameters
    @GetMapping(path = "/api/v1/screenings/due", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DueList> due(HttpServletRequest request) {
        ScreeningQuery query =
                ScreeningQuery.read(request, ViewPoints.parameters(request, ScreeningQuery.STATE), viewPoints);
        List<Due> due = register.at(query.cut(), query.audience()).due().stream()
                .filter(one -> query.asksFor(one.memberState()))
                .map(Due::of)
                .toList();
        return found(new DueList(query.point(), due));
    }

    @Operation(
            summary =
                    "Subjects and entries of a list that were confirmed not to be the same, while neither has changed")
    @Parameter(name = ScreeningQuery.STATE, in = ParameterIn.QUERY, description = STATE_MEANS)
    @ViewParameters
    @GetMapping(path = "/api/v1/screenings/pairings", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PairingList> pairings(HttpServletRequest request) {
        ScreeningQuery query =
                ScreeningQuery.read(request, ViewPoints.parameters(request, ScreeningQuery.STATE), viewPoints);
        List<Pair> pairings = register.at(query.cut(), query.audience()).pairings().stream()
                .filter(one -> query.asksFor(one.memberState()))
                .map(Pair::of)
                .toList();
        return found(new PairingList(query.point(), pairings));
    }

    /** Nothing is at the address of a screening that who asks may not know of, as if there were none. */
    private static ScreeningReading find(Screenings all, String id) {
        return id(id).flatMap(all::find)
                .orElseThrow(() -> Problem.of(
                                404,
                                "unknown-screening",
                                "There is no such screening in this view, or none for who asks."
                                        + " GET /api/v1/screenings lists them.")
                        .asException());
    }

    private static Optional<FilingId> id(String text) {
        try {
            return Optional.of(FilingId.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <T> ResponseEntity<T> found(T body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(body);
    }
}
