package org.stele.command.screening.recordscreeningresult;

import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.DIGEST;
import static org.stele.command.testing.Samples.SETTINGS;
import static org.stele.command.testing.Samples.SUBJECT;
import static org.stele.command.testing.Samples.candidates;
import static org.stele.command.testing.Samples.cleared;
import static org.stele.command.testing.Samples.hits;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.FilingId;
import org.stele.events.Role;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.Question;
import org.stele.events.screening.Screener;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;

class RecordScreeningResultTest extends SliceTest {

    RecordScreeningResultTest() {
        super(new RecordScreeningResultSlice().recordScreeningResult());
    }

    @Test
    void a_candidate_at_the_threshold_is_a_hit_and_one_below_is_none() {
        given().when(result(analyst(), candidates("0.55", "0.70"))).recorded(hits(NORWAY, created(), "0.55", "0.70"));
        given().when(result(analyst(), candidates("0.699"))).recorded(cleared(NORWAY, created(), "0.699"));
    }

    @Test
    void no_candidates_are_no_hit() {
        given().when(result(analyst(), List.of())).recorded(cleared(NORWAY, created()));
    }

    @Test
    void only_an_analyst_records_results() {
        given().when(result(signatory(), List.of())).notAllowed();
        given().when(result(People.of(Role.SCREENING_REVIEWER, NORWAY), List.of()))
                .notAllowed();
        given().when(result(registrar(), List.of())).notAllowed();
    }

    @Test
    void a_hundred_candidates_are_recorded_and_one_more_is_refused() {
        String[] hundred = IntStream.range(0, 100).mapToObj(index -> "0.8").toArray(String[]::new);
        String[] more = IntStream.range(0, 101).mapToObj(index -> "0.8").toArray(String[]::new);

        given().when(result(analyst(), candidates(hundred))).recorded(hits(NORWAY, created(), hundred));
        given().when(result(analyst(), candidates(more))).malformed("candidates");
    }

    @Test
    void an_entry_is_a_reference_and_no_prose() {
        List<Candidate> prose =
                List.of(new Candidate("He, who is known as", null, BigDecimal.ONE, true, new TreeMap<>()));

        given().when(result(analyst(), prose)).malformed("candidates[0].entryReference");
    }

    private static CommandContext analyst() {
        return People.of(Role.SCREENING_ANALYST, NORWAY);
    }

    private static FilingId created() {
        return analyst().created();
    }

    private static RecordScreeningResult result(CommandContext entry, List<Candidate> candidates) {
        return new RecordScreeningResult(
                entry,
                SUBJECT,
                SubjectKind.PERSON,
                Question.DESIGNATION,
                Trigger.ONBOARDING,
                Screener.STELE,
                DIGEST,
                SETTINGS,
                candidates);
    }
}
