package org.stele.command.screening.proposeverdict;

import static org.stele.command.screening.proposeverdict.VerdictSamples.HITS;
import static org.stele.command.screening.proposeverdict.VerdictSamples.proposed;
import static org.stele.command.screening.proposeverdict.VerdictSamples.replacing;
import static org.stele.command.screening.proposeverdict.VerdictSamples.superseding;
import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.Samples.DIGEST;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;
import static org.stele.command.testing.Samples.hits;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.testing.SliceTest;
import org.stele.events.FilingId;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.ReopeningCause;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.ScreeningVerdictReturned;

/** A verdict is replaced by one other: each case has the one that stands, a third that may have come first, and more. */
class SupersedingTest extends SliceTest {

    private static final FilingId THIRD = FilingId.parse("a7e57a70-0000-4000-8000-000000000003");
    private static final FilingId FOURTH = FilingId.parse("a7e57a70-0000-4000-8000-000000000004");
    private static final String CODE = "verdict-already-superseded";

    SupersedingTest() {
        super(ProposeVerdictSlice.module(DIGEST::equals, (_, decided, _) -> decided));
    }

    @Test
    void the_first_that_replaces_a_verdict_is_proposed() {
        first().when(superseding(OTHER_FILING)).recorded(replacing());
    }

    @Test
    void a_second_is_refused_whether_the_first_waits_or_is_confirmed() {
        first(proposal(THIRD, OTHER_FILING)).when(superseding(OTHER_FILING)).tooLateOrEarly(CODE);
        first(proposal(THIRD, OTHER_FILING), confirmed(THIRD, OTHER_FILING))
                .when(superseding(OTHER_FILING))
                .tooLateOrEarly(CODE);
    }

    @Test
    void once_the_first_was_returned_another_may_come() {
        first(proposal(THIRD, OTHER_FILING), returned(THIRD, OTHER_FILING))
                .when(superseding(OTHER_FILING))
                .recorded(replacing());
    }

    @Test
    void what_was_replaced_stays_so_when_the_one_that_did_is_reopened_or_proposed_anew() {
        Object[] reopened = {
            proposal(THIRD, OTHER_FILING),
            confirmed(THIRD, OTHER_FILING),
            new ScreeningReopened(NORWAY, THIRD, ReopeningCause.LIST_CHANGE, DIGEST, List.of("KPi.001"), "Amended.")
        };
        first(reopened).when(superseding(OTHER_FILING)).tooLateOrEarly(CODE);

        List<Object> returned = new ArrayList<>(List.of(reopened));
        returned.add(proposal(THIRD, OTHER_FILING));
        returned.add(returned(THIRD, OTHER_FILING));
        first(returned.toArray()).when(superseding(OTHER_FILING)).tooLateOrEarly(CODE);
    }

    @Test
    void the_same_screening_may_propose_again_what_it_replaces() {
        first(
                        proposal(FILING, OTHER_FILING),
                        confirmed(FILING, OTHER_FILING),
                        new ScreeningReopened(
                                NORWAY, FILING, ReopeningCause.LIST_CHANGE, DIGEST, List.of("KPi.001"), "Amended."))
                .when(superseding(OTHER_FILING))
                .recorded(replacing());
    }

    @Test
    void a_verdict_that_replaces_another_one_does_not_count() {
        first(proposal(THIRD, FOURTH), confirmed(THIRD, FOURTH))
                .when(superseding(OTHER_FILING))
                .recorded(replacing());
        first(proposal(FILING, FOURTH), returned(FILING, FOURTH))
                .when(superseding(OTHER_FILING))
                .recorded(replacing());
        first(proposal(THIRD, null), confirmed(THIRD, null))
                .when(superseding(OTHER_FILING))
                .recorded(replacing());
    }

    private When first(Object... more) {
        List<Object> events = new ArrayList<>(List.of(
                HITS,
                hits(NORWAY, OTHER_FILING, "0.9"),
                proposed(OTHER_FILING, "a"),
                confirmed(OTHER_FILING, null),
                hits(NORWAY, THIRD, "0.9")));
        events.addAll(List.of(more));
        return given(events.toArray());
    }

    private static ScreeningVerdictProposed proposal(FilingId id, @Nullable FilingId supersedes) {
        return new ScreeningVerdictProposed(
                NORWAY, id, Disposition.FALSE_POSITIVE, List.of(), null, null, null, List.of(), "a", supersedes, null);
    }

    private static ScreeningVerdictConfirmed confirmed(FilingId id, @Nullable FilingId supersedes) {
        return new ScreeningVerdictConfirmed(NORWAY, id, Disposition.FALSE_POSITIVE, "a", "b", supersedes);
    }

    private static ScreeningVerdictReturned returned(FilingId id, @Nullable FilingId supersedes) {
        return new ScreeningVerdictReturned(NORWAY, id, "a", "b", "Too short.", supersedes);
    }
}
