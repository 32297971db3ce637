package org.stele.command.screening.recordscreeningresult;

import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.DIGEST;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;
import static org.stele.command.testing.Samples.SETTINGS;
import static org.stele.command.testing.Samples.SUBJECT;
import static org.stele.command.testing.Samples.cleared;
import static org.stele.command.testing.Samples.hits;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.screening.listversions.ListedEntries;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.FilingId;
import org.stele.events.Role;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.Mark;
import org.stele.events.screening.Question;
import org.stele.events.screening.Screener;
import org.stele.events.screening.ScreenerSettings;
import org.stele.events.screening.ScreeningFailed;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;

class RecordScreeningResultTest extends SliceTest {

    private static final ScreenedSubject WHOLE =
            new ScreenedSubject(SUBJECT, SubjectKind.PERSON, Question.DESIGNATION, Trigger.ONBOARDING);
    private static final SubjectRef OTHER_SUBJECT = SubjectRef.parse("5b1f7c0e-3a62-4d3c-9b58-0a4e6f1d2c74");
    private static final ListedEntries LIST = new ListedEntries(
            DIGEST,
            Map.of("KPi.001", 9_000_001L, "KPi.002", 9_000_002L),
            Map.of(9_000_001L, "KPi.001", 9_000_002L, "KPi.002"));

    RecordScreeningResultTest() {
        super(new RecordScreeningResultSlice().recordScreeningResult());
    }

    @Test
    void a_candidate_at_the_threshold_is_a_hit_and_one_below_is_none() {
        given().when(result(analyst(), "0.55", "0.70")).recorded(hits(NORWAY, created(), "0.55", "0.70"));
        given().when(result(analyst(), "0.699")).recorded(cleared(NORWAY, created(), "0.699"));
    }

    @Test
    void without_a_threshold_every_candidate_counts_as_a_hit() {
        ScreenerSettings unstated = new ScreenerSettings(null, null, null, null, null, null);

        given().when(result(unstated, LIST, found("KPi.001", "KPi.001", null, "0.1", null)))
                .recorded(recorded(
                        unstated,
                        List.of(),
                        new Candidate("KPi.001", null, new BigDecimal("0.1"), null, new TreeMap<>())));
    }

    @Test
    void no_candidates_are_no_hit() {
        given().when(result(analyst())).recorded(cleared(NORWAY, created()));
    }

    @Test
    void an_entry_is_named_by_its_reference_where_a_list_tells_it() {
        given().when(result(SETTINGS, LIST, found("NK-1", null, 9_000_002L, "0.8", true)))
                .recorded(recorded(SETTINGS, List.of(), candidate("KPi.002", 9_000_002L, "0.8")));
        given().when(result(SETTINGS, LIST, found("unsc-7", null, 7L, "0.8", true)))
                .recorded(recorded(SETTINGS, List.of(Mark.ENTRY_NOT_IN_LIST_VERSION), candidate("unsc-7", 7L, "0.8")));
        given().when(result(SETTINGS, LIST, found("UN-9000002", "KPi.001", 9_000_002L, "0.8", null)))
                .recorded(recorded(
                        SETTINGS, List.of(Mark.ENTRY_NOT_IN_LIST_VERSION), candidate("KPi.001", 9_000_002L, "0.8")));
    }

    @Test
    void a_match_that_differs_from_the_threshold_is_computed_anew_and_marked() {
        given().when(result(SETTINGS, LIST, found("KPi.001", "KPi.001", null, "0.70", false)))
                .recorded(recorded(SETTINGS, List.of(Mark.MATCH_RECOMPUTED), candidate("KPi.001", null, "0.70")));
        given().when(result(SETTINGS, LIST, found("KPi.001", "KPi.001", null, "0.70", true)))
                .recorded(recorded(SETTINGS, List.of(), candidate("KPi.001", null, "0.70")));
    }

    @Test
    void as_many_candidates_as_the_limit_may_be_cut_and_fewer_are_not() {
        FoundCandidate one = found("KPi.001", "KPi.001", null, "0.8", true);

        given().when(result(limit(1), LIST, one))
                .recorded(recorded(limit(1), List.of(Mark.RESULT_MAY_BE_CUT), candidate("KPi.001", null, "0.8")));
        given().when(result(limit(2), LIST, one))
                .recorded(recorded(limit(2), List.of(), candidate("KPi.001", null, "0.8")));
    }

    @Test
    void a_requested_screening_is_answered_once_and_by_its_own_state() {
        given(requested(FILING))
                .when(answer(analyst(), ScreenedSubject.unstated()))
                .recorded(hits(NORWAY, FILING, "0.9"));
        given(requested(FILING), failed()).when(answer(analyst(), WHOLE)).recorded(hits(NORWAY, FILING, "0.9"));
        given(requested(FILING), cleared(NORWAY, FILING))
                .when(answer(analyst(), WHOLE))
                .tooLateOrEarly("screening-already-answered");
        given(requested(FILING))
                .when(answer(People.of(Role.SCREENING_ANALYST, SWEDEN), WHOLE))
                .notFound();
        given(requested(OTHER_FILING)).when(answer(analyst(), WHOLE)).notFound();
    }

    @Test
    void an_answer_is_about_what_was_requested() {
        given(requested(FILING))
                .when(answer(analyst(), new ScreenedSubject(OTHER_SUBJECT, null, null, null)))
                .forbidden("screening-request-differs");
        given(requested(FILING))
                .when(answer(analyst(), new ScreenedSubject(null, null, Question.PARAGRAPH_8, null)))
                .forbidden("screening-request-differs");
        given(failed()).when(answer(analyst(), ScreenedSubject.unstated())).malformed("subjectKind");
    }

    @Test
    void a_screener_that_refused_is_recorded_as_a_failure() {
        given().when(new RecordScreeningResult(
                        analyst(),
                        created(),
                        WHOLE,
                        Screener.YENTE,
                        null,
                        null,
                        null,
                        SETTINGS,
                        List.of(),
                        "STATUS-500"))
                .recorded(new ScreeningFailed(NORWAY, created(), SUBJECT, "STATUS-500", null));
    }

    @Test
    void paragraph_8_is_about_persons() {
        given().when(result(
                        analyst(),
                        new ScreenedSubject(SUBJECT, SubjectKind.ENTITY, Question.PARAGRAPH_8, Trigger.PERIODIC)))
                .malformed("subjectKind");
    }

    @Test
    void only_an_analyst_records_results() {
        given().when(result(signatory())).notAllowed();
        given().when(result(People.of(Role.SCREENING_REVIEWER, NORWAY))).notAllowed();
        given().when(result(registrar())).notAllowed();
    }

    @Test
    void a_hundred_candidates_are_recorded_and_one_more_is_refused() {
        String[] hundred = IntStream.range(0, 100).mapToObj(index -> "0.8").toArray(String[]::new);
        String[] more = IntStream.range(0, 101).mapToObj(index -> "0.8").toArray(String[]::new);

        given().when(result(analyst(), hundred)).recorded(hits(NORWAY, created(), hundred));
        given().when(result(analyst(), more)).malformed("candidates");
    }

    @Test
    void an_entry_is_a_reference_and_no_prose() {
        given().when(result(SETTINGS, LIST, found("He, who is known as", null, null, "1", true)))
                .malformed("candidates[0].entryReference");
    }

    private static CommandContext analyst() {
        return People.of(Role.SCREENING_ANALYST, NORWAY);
    }

    private static FilingId created() {
        return analyst().created();
    }

    private static FoundCandidate found(
            String id, @Nullable String reference, @Nullable Long dataId, String score, @Nullable Boolean match) {
        return new FoundCandidate(id, reference, dataId, new BigDecimal(score), match, new TreeMap<>());
    }

    private static Candidate candidate(String entry, @Nullable Long dataId, String score) {
        return new Candidate(entry, dataId, new BigDecimal(score), true, new TreeMap<>());
    }

    private static ScreenerSettings limit(int limit) {
        return new ScreenerSettings("logic-v1", "1.4.0", new BigDecimal("0.7"), null, limit, null);
    }

    private static RecordScreeningResult result(CommandContext entry, String... scores) {
        return command(entry, entry.created(), WHOLE, SETTINGS, LIST, scored(scores));
    }

    private static RecordScreeningResult result(CommandContext entry, ScreenedSubject subject) {
        return command(entry, entry.created(), subject, SETTINGS, LIST, List.of());
    }

    private static RecordScreeningResult result(ScreenerSettings settings, ListedEntries list, FoundCandidate found) {
        return command(analyst(), created(), WHOLE, settings, list, List.of(found));
    }

    private static RecordScreeningResult answer(CommandContext entry, ScreenedSubject subject) {
        return command(entry, FILING, subject, SETTINGS, LIST, scored("0.9"));
    }

    private static RecordScreeningResult command(
            CommandContext entry,
            FilingId filing,
            ScreenedSubject subject,
            ScreenerSettings settings,
            ListedEntries list,
            List<FoundCandidate> found) {
        return new RecordScreeningResult(
                entry, filing, subject, Screener.STELE, DIGEST, list, null, settings, found, null);
    }

    private static List<FoundCandidate> scored(String... scores) {
        return Arrays.stream(scores)
                .map(score -> found("KPi.001", "KPi.001", null, score, null))
                .toList();
    }

    private static ScreeningHitsRecorded recorded(ScreenerSettings settings, List<Mark> marks, Candidate candidate) {
        return new ScreeningHitsRecorded(
                NORWAY,
                created(),
                SUBJECT,
                SubjectKind.PERSON,
                Question.DESIGNATION,
                Trigger.ONBOARDING,
                Screener.STELE,
                DIGEST,
                settings,
                List.of(candidate),
                marks);
    }

    private static ScreeningRequested requested(FilingId id) {
        return new ScreeningRequested(
                NORWAY, id, SUBJECT, SubjectKind.PERSON, Question.DESIGNATION, Trigger.ONBOARDING);
    }

    private static ScreeningFailed failed() {
        return new ScreeningFailed(NORWAY, FILING, SUBJECT, "TIMEOUT", null);
    }
}
