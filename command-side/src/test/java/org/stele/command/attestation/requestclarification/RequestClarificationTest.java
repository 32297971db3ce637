package org.stele.command.attestation.requestclarification;

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

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.Role;
import org.stele.events.attestation.ClarificationRequested;

class RequestClarificationTest extends SliceTest {

    RequestClarificationTest() {
        super(RequestClarificationSlice.module(RequestClarificationTest::has));
    }

    @Test
    void the_chair_asks_about_what_is_received_under_an_id_of_the_question() {
        RequestClarification command = ask(chair(), null, null);

        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1))
                .when(command)
                .recorded(asked(command, TODAY));
    }

    @Test
    void a_question_may_be_about_a_discrepancy() {
        RequestClarification command = ask(chair(), null, OTHER_FILING);

        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1))
                .when(command)
                .recorded(asked(command, TODAY));
    }

    @Test
    void a_discrepancy_that_the_state_does_not_have_today_or_that_is_not_seen_is_not_asked_about() {
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1))
                .when(ask(chair(), null, FILING))
                .forbidden("discrepancy-unknown");
        given(submitted(SWEDEN, FILING), received(SWEDEN, FILING, 1))
                .when(ask(chair(), null, OTHER_FILING))
                .forbidden("discrepancy-unknown");
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1))
                .when(ask(People.of(Role.MONITOR), MonitoringBody.MSMT, OTHER_FILING))
                .forbidden("discrepancy-unknown");
    }

    @Test
    void a_monitor_names_the_body_and_the_chair_names_none() {
        RequestClarification command = ask(People.of(Role.MONITOR), MonitoringBody.MSMT, null);

        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1))
                .when(command)
                .recorded(asked(command, TODAY));
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1))
                .when(ask(People.of(Role.MONITOR), null, null))
                .malformed("askedBy");
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1))
                .when(ask(chair(), MonitoringBody.MSMT, null))
                .malformed("askedBy");
    }

    @Test
    void the_panel_asks_on_its_last_day_and_not_on_the_day_after() {
        LocalDate last = LocalDate.of(2024, 4, 30);
        RequestClarification onLastDay = ask(People.on(Role.MONITOR, last), MonitoringBody.PANEL, null);

        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1))
                .when(onLastDay)
                .recorded(asked(onLastDay, last));
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1))
                .when(ask(People.on(Role.MONITOR, last.plusDays(1)), MonitoringBody.PANEL, null))
                .forbidden("panel-mandate-ended");
    }

    @Test
    void nobody_asks_about_what_is_not_received_or_is_withdrawn() {
        given(submitted(NORWAY, FILING)).when(ask(chair(), null, null)).tooLateOrEarly("attestation-not-received");
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1), withdrawn(NORWAY, FILING))
                .when(ask(chair(), null, null))
                .tooLateOrEarly("attestation-withdrawn");
    }

    @Test
    void once_it_is_accepted_only_a_question_about_a_discrepancy_follows() {
        RequestClarification aboutDiscrepancy = ask(chair(), null, OTHER_FILING);

        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1), accepted(NORWAY, FILING, 1))
                .when(ask(chair(), null, null))
                .tooLateOrEarly("attestation-already-accepted");
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1), accepted(NORWAY, FILING, 1))
                .when(aboutDiscrepancy)
                .recorded(asked(aboutDiscrepancy, TODAY));
    }

    @Test
    void a_received_amendment_may_be_asked_about_again() {
        RequestClarification command = ask(chair(), null, null);

        given(
                        submitted(NORWAY, FILING),
                        received(NORWAY, FILING, 1),
                        accepted(NORWAY, FILING, 1),
                        amended(NORWAY, FILING, 2),
                        received(NORWAY, FILING, 2))
                .when(command)
                .recorded(asked(command, TODAY));
    }

    @Test
    void another_attestation_does_not_count() {
        given(submitted(SWEDEN, OTHER_FILING), received(SWEDEN, OTHER_FILING, 1))
                .when(ask(chair(), null, null))
                .notFound();
    }

    @Test
    void a_question_with_personal_data_is_refused() {
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1))
                .when(new RequestClarification(chair(), FILING, "Is it Passport 836410105?", null, null))
                .forbidden("plain-personal-data");
    }

    @Test
    void a_state_and_a_registrar_do_not_ask() {
        for (CommandContext entry : List.of(registrar(), signatory(), People.of(Role.AUDITOR))) {
            given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1))
                    .when(ask(entry, null, null))
                    .notAllowed();
        }
    }

    /** Norway has one, which the chair alone sees. */
    private static boolean has(MemberState state, FilingId discrepancy, CommandContext entry) {
        return state == NORWAY
                && discrepancy.equals(OTHER_FILING)
                && entry.actor().role() == Role.CHAIR;
    }

    private static CommandContext chair() {
        return People.of(Role.CHAIR);
    }

    private static RequestClarification ask(
            CommandContext entry, @Nullable MonitoringBody askedBy, @Nullable FilingId discrepancy) {
        return new RequestClarification(entry, FILING, "How many?", askedBy, discrepancy);
    }

    private static ClarificationRequested asked(RequestClarification command, LocalDate day) {
        return new ClarificationRequested(
                NORWAY, FILING, command.entry().created(), "How many?", day, command.askedBy(), command.discrepancy());
    }
}
