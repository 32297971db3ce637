package org.stele.command.claims.upholdclaim;

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

import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.MonitoringBody;
import org.stele.events.PartialDate;
import org.stele.events.Role;
import org.stele.events.claims.ClaimDisputed;
import org.stele.events.claims.ClaimUpheld;
import org.stele.events.claims.ClaimWithdrawn;

class UpholdClaimTest extends SliceTest {

    UpholdClaimTest() {
        super(new UpholdClaimSlice().upholdClaim());
    }

    @Test
    void the_chair_upholds_a_claim_of_either_kind_disputed_or_not() {
        given(exempted(NORWAY, FILING)).when(uphold(People.of(Role.CHAIR))).recorded(upheld(NOW));
        given(scoped(NORWAY, FILING), new ClaimDisputed(NORWAY, FILING, MonitoringBody.MSMT, LONG_AGO, null))
                .when(uphold(People.of(Role.CHAIR)))
                .recorded(upheld(NOW));
    }

    @Test
    void a_claim_is_upheld_once() {
        given(exempted(NORWAY, FILING), upheld(LONG_AGO))
                .when(uphold(People.of(Role.CHAIR)))
                .tooLateOrEarly("claim-already-upheld");
    }

    @Test
    void what_is_withdrawn_is_not_upheld() {
        given(exempted(NORWAY, FILING), new ClaimWithdrawn(NORWAY, FILING, "a mistake", NOW))
                .when(uphold(People.of(Role.CHAIR)))
                .tooLateOrEarly("claim-withdrawn");
    }

    @Test
    void the_claim_of_a_neighbour_does_not_count() {
        given(exempted(SWEDEN, OTHER_FILING))
                .when(uphold(People.of(Role.CHAIR)))
                .notFound();
        given(exempted(NORWAY, FILING), new ClaimUpheld(SWEDEN, OTHER_FILING, LONG_AGO, null))
                .when(uphold(People.of(Role.CHAIR)))
                .recorded(upheld(NOW));
    }

    @Test
    void nobody_else_upholds() {
        given(exempted(NORWAY, FILING)).when(uphold(registrar())).notAllowed();
        given(exempted(NORWAY, FILING)).when(uphold(signatory())).notAllowed();
    }

    private static UpholdClaim uphold(CommandContext entry) {
        return new UpholdClaim(entry, FILING, null);
    }

    private static ClaimUpheld upheld(PartialDate day) {
        return new ClaimUpheld(NORWAY, FILING, day, null);
    }
}
