package org.stele.command.custody.readsealeddata;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.command.reading.RecordedPayload;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.Sealed;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.RepatriationNoticeCorrected;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.eventstore.event.StoredEvent;

/**
 * What one event seals.
 *
 * @param owner whose event it is
 * @param filing that the box belongs to
 * @param personsCount of a notice; 1 otherwise
 */
record SealedPart(MemberState owner, Kind kind, FilingId filing, Sealed box, int personsCount) {

    /** What is sealed, and who may read it (rules, section 4.8); of a State, its own officials alone. */
    enum Kind {
        REFERENCES(Role.FOCAL_POINT, Role.SIGNATORY, Role.AUDITOR, Role.CUSTODIAN),
        CLAIM(Role.FOCAL_POINT, Role.SIGNATORY, Role.CUSTODIAN),
        VERDICT(Role.SCREENING_ANALYST, Role.SCREENING_REVIEWER, Role.CUSTODIAN);

        private final Set<Role> readers;

        Kind(Role... readers) {
            this.readers = Set.of(readers);
        }

        boolean isFor(Role role) {
            return readers.contains(role);
        }
    }

    /** Empty where the event seals nothing, or its body is not the one that was recorded. */
    static Optional<SealedPart> of(@Nullable StoredEvent stored) {
        if (stored == null || !stored.isIntact()) {
            return Optional.empty();
        }
        return switch (RecordedPayload.of(stored)) {
            case RepatriationNoticeRecorded of -> references(of.memberState(), of.notice(), of.content());
            case RepatriationNoticeCorrected of -> references(of.memberState(), of.notice(), of.content());
            case ExemptionClaimed of -> part(of.memberState(), Kind.CLAIM, of.claim(), of.sealed());
            case ScreeningVerdictProposed of -> part(of.memberState(), Kind.VERDICT, of.screening(), of.sealed());
            case null, default -> Optional.empty();
        };
    }

    private static Optional<SealedPart> references(MemberState owner, FilingId notice, NoticeContent content) {
        return Optional.ofNullable(content.sealedSubjects())
                .map(box -> new SealedPart(
                        owner, Kind.REFERENCES, notice, box, content.count().value()));
    }

    private static Optional<SealedPart> part(MemberState owner, Kind kind, FilingId filing, @Nullable Sealed box) {
        return Optional.ofNullable(box).map(its -> new SealedPart(owner, kind, filing, its, 1));
    }
}
