package org.stele.command.attestation.acceptasfiled;

import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.TODAY;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;
import static org.stele.command.testing.Samples.accepted;
import static org.stele.command.testing.Samples.amended;
import static org.stele.command.testing.Samples.received;
import static org.stele.command.testing.Samples.submitted;
import static org.stele.command.testing.Samples.withdrawn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.FilingId;
import org.stele.events.MonitoringBody;
import org.stele.events.Role;
import org.stele.events.attestation.AttestationAcceptedAsFiled;
import org.stele.events.attestation.ClarificationProvided;
import org.stele.events.attestation.ClarificationRequested;

class AcceptAsFiledTest extends SliceTest {

    private static final FilingId QUESTION = FilingId.parse("a7e57a70-0000-4000-8000-000000000003");

    AcceptAsFiledTest() {
        super(new AcceptAsFiledSlice().acceptAsFiled());
    }

    @Test
    void the_chair_accepts_a_received_version() {
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1))
                .when(accept(1))
                .recorded(acceptedToday(1));
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1))
                .when(accept(null))
                .recorded(acceptedToday(1));
    }

    @Test
    void a_version_that_is_not_received_is_not_accepted() {
        given(submitted(NORWAY, FILING)).when(accept(null)).tooLateOrEarly("attestation-not-received");
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1), amended(NORWAY, FILING, 2))
                .when(accept(2))
                .tooLateOrEarly("attestation-not-received");
    }

    @Test
    void a_version_that_does_not_exist_is_not_accepted() {
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1))
                .when(accept(2))
                .tooLateOrEarly("attestation-version-unknown");
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1))
                .when(accept(0))
                .tooLateOrEarly("attestation-version-unknown");
    }

    @Test
    void an_amendment_supersedes_a_version_once_it_is_received() {
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1), amended(NORWAY, FILING, 2))
                .when(accept(1))
                .recorded(acceptedToday(1));
        given(
                        submitted(NORWAY, FILING),
                        received(NORWAY, FILING, 1),
                        amended(NORWAY, FILING, 2),
                        received(NORWAY, FILING, 2))
                .when(accept(1))
                .tooLateOrEarly("attestation-version-superseded");
    }

    @Test
    void a_version_is_accepted_once_and_the_next_one_again() {
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1), accepted(NORWAY, FILING, 1))
                .when(accept(null))
                .tooLateOrEarly("attestation-already-accepted");
        given(
                        submitted(NORWAY, FILING),
                        received(NORWAY, FILING, 1),
                        accepted(NORWAY, FILING, 1),
                        amended(NORWAY, FILING, 2),
                        received(NORWAY, FILING, 2))
                .when(accept(null))
                .recorded(acceptedToday(2));
    }

    @Test
    void what_is_withdrawn_is_not_accepted() {
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1), withdrawn(NORWAY, FILING))
                .when(accept(1))
                .tooLateOrEarly("attestation-withdrawn");
    }

    @Test
    void a_question_of_the_committee_or_its_panel_is_answered_first() {
        for (@Nullable MonitoringBody askedBy : new @Nullable MonitoringBody[] {null, MonitoringBody.PANEL}) {
            given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1), asked(FILING, askedBy))
                    .when(accept(1))
                    .tooLateOrEarly("clarification-unanswered");
            given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1), asked(FILING, askedBy), answered())
                    .when(accept(1))
                    .recorded(acceptedToday(1));
        }
    }

    @Test
    void a_question_of_the_msmt_or_about_another_attestation_does_not_count() {
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1), asked(FILING, MonitoringBody.MSMT))
                .when(accept(1))
                .recorded(acceptedToday(1));
        given(
                        submitted(NORWAY, FILING),
                        received(NORWAY, FILING, 1),
                        submitted(NORWAY, OTHER_FILING),
                        asked(OTHER_FILING, null))
                .when(accept(1))
                .recorded(acceptedToday(1));
    }

    @Test
    void another_attestation_does_not_count() {
        given(submitted(SWEDEN, OTHER_FILING), received(SWEDEN, OTHER_FILING, 1))
                .when(accept(null))
                .notFound();
        given(submitted(NORWAY, FILING), submitted(SWEDEN, OTHER_FILING), received(SWEDEN, OTHER_FILING, 1))
                .when(accept(null))
                .tooLateOrEarly("attestation-not-received");
    }

    @Test
    void nobody_but_the_chair_accepts() {
        for (CommandContext entry : List.of(registrar(), signatory(), People.of(Role.MONITOR))) {
            given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1))
                    .when(new AcceptAsFiled(entry, FILING, 1))
                    .notAllowed();
        }
    }

    private static AcceptAsFiled accept(@Nullable Integer version) {
        return new AcceptAsFiled(People.of(Role.CHAIR), FILING, version);
    }

    private static AttestationAcceptedAsFiled acceptedToday(int version) {
        return new AttestationAcceptedAsFiled(NORWAY, FILING, version, TODAY);
    }

    private static ClarificationRequested asked(FilingId attestation, @Nullable MonitoringBody askedBy) {
        return new ClarificationRequested(NORWAY, attestation, QUESTION, "How many?", TODAY, askedBy, null);
    }

    private static ClarificationProvided answered() {
        return new ClarificationProvided(NORWAY, FILING, QUESTION, "Two.", TODAY);
    }
}
