package org.stele.command.evidence.resolveevidence;

import static org.stele.command.testing.People.LONG_AGO;
import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.NOW;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.Role;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.events.evidence.EvidenceResolved;

class ResolveEvidenceTest extends SliceTest {

    ResolveEvidenceTest() {
        super(new ResolveEvidenceSlice().resolveEvidence());
    }

    @Test
    void the_chair_resolves_evidence_today() {
        given(evidence(NORWAY, FILING)).when(resolve(chair(), null)).recorded(resolved(NOW));
    }

    @Test
    void a_registrar_states_the_day_of_an_old_resolution() {
        given(evidence(NORWAY, FILING)).when(resolve(registrar(), LONG_AGO)).recorded(resolved(LONG_AGO));
    }

    @Test
    void the_chair_may_state_no_day_but_today() {
        given(evidence(NORWAY, FILING)).when(resolve(chair(), LONG_AGO)).forbidden("date-not-allowed");
    }

    @Test
    void evidence_is_resolved_once() {
        given(evidence(NORWAY, FILING), resolved(LONG_AGO))
                .when(resolve(chair(), null))
                .tooLateOrEarly("evidence-already-resolved");
    }

    @Test
    void evidence_about_a_neighbour_does_not_count() {
        given(evidence(SWEDEN, OTHER_FILING)).when(resolve(chair(), null)).notFound();
        given(evidence(NORWAY, FILING), new EvidenceResolved(SWEDEN, OTHER_FILING, LONG_AGO, "They left."))
                .when(resolve(chair(), null))
                .recorded(resolved(NOW));
    }

    @Test
    void neither_the_state_nor_a_monitor_resolves() {
        given(evidence(NORWAY, FILING)).when(resolve(signatory(), null)).notAllowed();
        given(evidence(NORWAY, FILING))
                .when(resolve(People.of(Role.MONITOR), null))
                .notAllowed();
    }

    private static CommandContext chair() {
        return People.of(Role.CHAIR);
    }

    private static EvidenceRecorded evidence(MemberState state, FilingId id) {
        return new EvidenceRecorded(
                state, id, EvidenceKind.PRESS, LONG_AGO, LONG_AGO, null, true, "Seen.", null, null, false, null);
    }

    private static ResolveEvidence resolve(CommandContext entry, @Nullable PartialDate day) {
        return new ResolveEvidence(entry, FILING, "They left.", day);
    }

    private static EvidenceResolved resolved(PartialDate day) {
        return new EvidenceResolved(NORWAY, FILING, day, "They left.");
    }
}
