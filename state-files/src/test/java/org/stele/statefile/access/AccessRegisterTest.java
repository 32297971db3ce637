package org.stele.statefile.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.events.Audience;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;
import org.stele.events.StateEvent;
import org.stele.events.access.AccreditationWithdrawn;
import org.stele.events.access.OfficialAccredited;
import org.stele.events.access.RevocationReason;
import org.stele.events.access.SigningForm;
import org.stele.events.access.SigningKeyEnrolled;
import org.stele.events.access.SigningKeyRevoked;
import org.stele.statefile.LedgerEvent;
import org.stele.statefile.StateFile;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessRegisterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final FilingId ONE = FilingId.named("one");
    private static final FilingId TWO = FilingId.named("two");
    private static final Sha256Digest KEY = new Sha256Digest("ab".repeat(32));
    private static final Sha256Digest OTHER_KEY = new Sha256Digest("cd".repeat(32));

    private static final List<StateEvent> EVENTS = List.of(
            new OfficialAccredited(MemberState.NOR, ONE, "staff-1", Role.SIGNATORY, "root", DAY),
            new OfficialAccredited(MemberState.NOR, TWO, "staff-2", Role.FOCAL_POINT, null, DAY),
            key(KEY, Role.SIGNATORY),
            key(KEY, Role.FOCAL_POINT),
            key(OTHER_KEY, Role.SIGNATORY),
            new SigningKeyRevoked(MemberState.NOR, KEY, RevocationReason.LOST, "root", DAY.plusDays(1)),
            new AccreditationWithdrawn(MemberState.NOR, ONE, "staff-1", "The posting ended.", null, DAY.plusDays(2)));

    private static SigningKeyEnrolled key(Sha256Digest key, Role role) {
        return new SigningKeyEnrolled(
                MemberState.NOR, key, "MFkw", role, "Second key", SigningForm.JWS, null, null, "root", DAY);
    }

    @Test
    void a_revocation_ends_a_key_in_every_role_and_a_withdrawal_one_accreditation() {
        AccessRegister register = register();

        assertThat(register.keys())
                .extracting(EnrolledKey::revokedOn)
                .containsExactly(DAY.plusDays(1), DAY.plusDays(1), null);
        assertThat(register.keys().getFirst().detail()).isNotNull().satisfies(detail -> {
            assertThat(detail.revokedAt()).isEqualTo(6);
            assertThat(detail.reason()).isEqualTo(RevocationReason.LOST);
        });
        assertThat(register.accreditations())
                .extracting(Accreditation::withdrawnOn)
                .containsExactly(DAY.plusDays(2), null);
    }

    @Test
    void others_see_role_and_days_alone() {
        AccessRegister register = register();

        for (Audience whole :
                List.of(Audience.AUDIT, Audience.CUSTODY, Audience.COMMITTEE, Audience.of(MemberState.NOR))) {
            assertThat(register.seenBy(whole)).isEqualTo(register);
        }
        for (Audience other : List.of(Audience.PUBLIC, Audience.MSMT, Audience.of(MemberState.KEN))) {
            AccessRegister seen = register.seenBy(other);
            assertThat(seen.toString()).doesNotContain("staff-", KEY.hex(), "Second key", "posting", "LOST");
            assertThat(seen.keys())
                    .extracting(EnrolledKey::role)
                    .containsExactly(Role.SIGNATORY, Role.FOCAL_POINT, Role.SIGNATORY);
            assertThat(seen.accreditations())
                    .extracting(Accreditation::withdrawnOn)
                    .containsExactly(DAY.plusDays(2), null);
        }
    }

    @Test
    void the_states_file_passes_over_them() {
        StateFile file = StateFile.empty(MemberState.NOR);
        long position = 0;
        for (StateEvent event : EVENTS) {
            file = file.evolve(new LedgerEvent(++position, DAY, event));
        }

        assertThat(file).isEqualTo(StateFile.empty(MemberState.NOR));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> AccessRegister.empty(MemberState.KEN).evolve(new LedgerEvent(1, DAY, EVENTS.getFirst())));
    }

    private static AccessRegister register() {
        AccessRegister register = AccessRegister.empty(MemberState.NOR);
        long position = 0;
        for (StateEvent event : EVENTS) {
            register = register.evolve(new LedgerEvent(++position, DAY, event));
        }
        return register;
    }
}
