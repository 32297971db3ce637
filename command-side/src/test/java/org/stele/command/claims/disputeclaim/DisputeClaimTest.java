package org.stele.command.claims.disputeclaim;

import static org.stele.command.testing.People.LONG_AGO;
import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.NOW;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;
import static org.stele.command.testing.Samples.exempted;
import static org.stele.command.testing.Samples.scoped;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.MonitoringBody;
import org.stele.events.PartialDate;
import org.stele.events.Role;
import org.stele.events.claims.ClaimDisputed;
import org.stele.events.claims.ClaimWithdrawn;

class DisputeClaimTest extends SliceTest {

    DisputeClaimTest() {
        super(new DisputeClaimSlice().disputeClaim());
    }

    @Test
    void a_monitor_disputes_a_claim_today() {
        given(exempted(NORWAY, FILING))
                .when(dispute(monitor(), MonitoringBody.MSMT, null))
                .recorded(disputed(MonitoringBody.MSMT, NOW));
        given(scoped(NORWAY, FILING))
                .when(dispute(monitor(), MonitoringBody.MSMT, null))
                .recorded(disputed(MonitoringBody.MSMT, NOW));
    }

    @Test
    void a_registrar_enters_an_old_dispute_even_from_before_the_claim() {
        given(exempted(NORWAY, FILING))
                .when(dispute(registrar(), MonitoringBody.PANEL, PartialDate.parse("2018-11")))
                .recorded(disputed(MonitoringBody.PANEL, PartialDate.parse("2018-11")));
    }

    @Test
    void a_monitor_may_state_no_day_but_today() {
        given(exempted(NORWAY, FILING))
                .when(dispute(monitor(), MonitoringBody.MSMT, LONG_AGO))
                .forbidden("date-not-allowed");
    }

    @Test
    void the_panel_disputes_on_its_last_day_and_not_on_the_day_after() {
        LocalDate last = LocalDate.of(2024, 4, 30);

        given(exempted(NORWAY, FILING))
                .when(dispute(People.on(Role.MONITOR, last), MonitoringBody.PANEL, null))
                .recorded(disputed(MonitoringBody.PANEL, PartialDate.of(last)));
        given(exempted(NORWAY, FILING))
                .when(dispute(People.on(Role.MONITOR, last.plusDays(1)), MonitoringBody.PANEL, null))
                .forbidden("panel-mandate-ended");
        given(exempted(NORWAY, FILING))
                .when(dispute(registrar(), MonitoringBody.PANEL, PartialDate.of(last.plusDays(1))))
                .forbidden("panel-mandate-ended");
    }

    @Test
    void a_body_disputes_a_claim_once_and_another_body_may_too() {
        given(exempted(NORWAY, FILING), disputed(MonitoringBody.MSMT, LONG_AGO))
                .when(dispute(monitor(), MonitoringBody.MSMT, null))
                .tooLateOrEarly("claim-already-disputed");
        given(exempted(NORWAY, FILING), disputed(MonitoringBody.PANEL, LONG_AGO))
                .when(dispute(monitor(), MonitoringBody.MSMT, null))
                .recorded(disputed(MonitoringBody.MSMT, NOW));
    }

    @Test
    void what_is_withdrawn_is_not_disputed() {
        given(exempted(NORWAY, FILING), new ClaimWithdrawn(NORWAY, FILING, "a mistake", NOW))
                .when(dispute(monitor(), MonitoringBody.MSMT, null))
                .tooLateOrEarly("claim-withdrawn");
    }

    @Test
    void the_claim_of_a_neighbour_does_not_count() {
        given(exempted(SWEDEN, OTHER_FILING))
                .when(dispute(monitor(), MonitoringBody.MSMT, null))
                .notFound();
        given(
                        exempted(NORWAY, FILING),
                        new ClaimDisputed(SWEDEN, OTHER_FILING, MonitoringBody.MSMT, LONG_AGO, null),
                        new ClaimWithdrawn(SWEDEN, OTHER_FILING, "a mistake", NOW))
                .when(dispute(monitor(), MonitoringBody.MSMT, null))
                .recorded(disputed(MonitoringBody.MSMT, NOW));
    }

    @Test
    void a_state_may_not_dispute() {
        given(exempted(NORWAY, FILING))
                .when(dispute(signatory(), MonitoringBody.MSMT, null))
                .notAllowed();
    }

    private static CommandContext monitor() {
        return People.of(Role.MONITOR);
    }

    private static DisputeClaim dispute(CommandContext entry, MonitoringBody body, @Nullable PartialDate day) {
        return new DisputeClaim(entry, FILING, body, day, null);
    }

    private static ClaimDisputed disputed(MonitoringBody body, PartialDate day) {
        return new ClaimDisputed(NORWAY, FILING, body, day, null);
    }
}
