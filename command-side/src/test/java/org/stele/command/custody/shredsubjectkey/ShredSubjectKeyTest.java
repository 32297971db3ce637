package org.stele.command.custody.shredsubjectkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.SubjectRef;
import org.stele.events.custody.CustodyMatter;
import org.stele.events.custody.SubjectKeyShredded;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShredSubjectKeyTest {

    private static final SubjectRef SUBJECT = SubjectRef.parse("5d1e7c52-6a1b-4c77-9d0e-0d2f4f8a9b11");
    private static final UUID KEY = UUID.fromString("7d0c9a52-3c1e-4d43-9c8b-64f7a0a52d10");
    private static final CommandId ID = CommandId.parse("0d8f3a66-61f5-4c07-a0a2-0d6d0a3f9c01");

    @Test
    void the_event_names_the_key_and_not_the_subject() {
        assertThat(ShredSubjectKeyHandler.decide(command(Role.CUSTODIAN, "The State asked."), Optional.of(KEY)))
                .isEqualTo(new SubjectKeyShredded(CustodyMatter.SHREDDING, KEY, "The State asked.", "staff-1"));
    }

    @Test
    void a_subject_without_a_key_is_not_found() {
        refused("not-found", command(Role.CUSTODIAN, "The State asked."), Optional.empty());
    }

    @Test
    void a_reason_that_names_the_subject_is_refused() {
        refused("invalid-request", command(Role.CUSTODIAN, "As for " + SUBJECT + ", it is asked."), Optional.of(KEY));
    }

    @ParameterizedTest
    @EnumSource(names = "CUSTODIAN", mode = EnumSource.Mode.EXCLUDE)
    void nobody_but_the_custodian_may(Role role) {
        refused("role-not-allowed", command(role, "The State asked."), Optional.of(KEY));
    }

    private static void refused(String code, ShredSubjectKey command, Optional<UUID> key) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> ShredSubjectKeyHandler.decide(command, key))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static ShredSubjectKey command(Role role, String reason) {
        Actor actor = new Actor("staff-1", role, role.isOfMemberState() ? MemberState.NOR : null);
        return new ShredSubjectKey(new CommandContext(actor, ID, LocalDate.of(2026, 11, 20)), SUBJECT, reason);
    }
}
