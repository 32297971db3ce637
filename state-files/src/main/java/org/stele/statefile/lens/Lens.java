package org.stele.statefile.lens;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.PersonsCount;
import org.stele.statefile.AnsweredDiscrepancy;
import org.stele.statefile.AnsweredDiscrepancy.Answer;
import org.stele.statefile.Attestation;
import org.stele.statefile.Claim;
import org.stele.statefile.Evidence;
import org.stele.statefile.Notice;
import org.stele.statefile.NoticeVersion;
import org.stele.statefile.Publication;
import org.stele.statefile.StateFile;
import org.stele.statefile.VerdictRecord;

/**
 * What one audience sees of the files of States. It takes away and never adds or reorders; what it takes away is marked, and
 * never looks like something that was not stated. Pure, and safe for all threads.
 */
public final class Lens {

    /** Counts of so few persons, and at least one, are shown as a band. */
    static final int MAX_BANDED = 4;

    private final Audience audience;

    public Lens(Audience audience) {
        this.audience = audience;
    }

    public Audience audience() {
        return audience;
    }

    /**
     * What is seen of a file.
     *
     * @param file of the size of the view
     * @param head the same file at the head of the ledger: what is no longer published now is not shown in any view
     * @param knownOn the day of knowledge of the view
     * @param today the present day in New York
     */
    public StateFile see(StateFile file, StateFile head, LocalDate knownOn, LocalDate today) {
        MemberState owner = file.memberState();
        boolean whole = audience.seesFilingsOf(owner);
        return new StateFile(
                owner,
                file.lastPosition(),
                whole ? file.attestations() : published(file, head, knownOn, today),
                file.notices().stream().map(notice -> see(notice, owner)).toList(),
                file.baselines(),
                file.arrivals(),
                file.claims().stream().map(claim -> see(claim, owner)).toList(),
                file.contracts(),
                file.approvals(),
                file.evidence().stream().filter(this::sees).toList(),
                file.answered().stream().map(answered -> see(answered, owner)).toList(),
                whole ? file.verdicts() : List.<VerdictRecord>of());
    }

    private List<Attestation> published(StateFile file, StateFile head, LocalDate knownOn, LocalDate today) {
        Map<FilingId, Attestation> now = new HashMap<>();
        head.attestations().forEach(attestation -> now.put(attestation.id(), attestation));
        return file.attestations().stream()
                .map(attestation -> isWhole(attestation, now.get(attestation.id()), knownOn, today)
                        ? Envelopes.withoutWords(attestation)
                        : Envelopes.envelope(attestation))
                .toList();
    }

    /** Published in the view and now: looking at another day never lifts a withholding. */
    public static boolean isWhole(Attestation inView, @Nullable Attestation now, LocalDate knownOn, LocalDate today) {
        return inView.publicationOn(knownOn) == Publication.Status.PUBLISHED
                && now != null
                && now.publicationOn(today) == Publication.Status.PUBLISHED;
    }

    private Notice see(Notice notice, MemberState owner) {
        boolean own = audience.seesFilingsOf(owner);
        return audience.kind() == Audience.Kind.AUDIT || audience.kind() == Audience.Kind.CUSTODY || isOf(owner)
                ? notice
                : new Notice(
                        notice.id(),
                        notice.versions().stream()
                                .map(version -> see(version, own))
                                .toList(),
                        notice.withdrawals());
    }

    private static NoticeVersion see(NoticeVersion version, boolean own) {
        return version.seen(own || !(version.ofSubjects() && isBanded(version.count())));
    }

    private boolean isOf(MemberState owner) {
        return audience.memberState() == owner;
    }

    static boolean isBanded(@Nullable PersonsCount count) {
        return count != null && count.value() >= 1 && count.value() <= MAX_BANDED;
    }

    private Claim see(Claim claim, MemberState owner) {
        if (claim.kind() == Claim.Kind.SCOPE || isOf(owner)) {
            return claim;
        }
        if (audience.seesFilingsOf(owner)) {
            return claim.isProtected() ? claim.withoutGround() : claim;
        }
        return claim.counted(isBanded(claim.count()));
    }

    private boolean sees(Evidence evidence) {
        return !evidence.confidential()
                || switch (audience.kind()) {
                    case COMMITTEE, AUDIT, CUSTODY -> true;
                    case MSMT -> evidence.recordedBy() == MonitoringBody.MSMT;
                    case PUBLIC, STATE -> false;
                };
    }

    private AnsweredDiscrepancy see(AnsweredDiscrepancy answered, MemberState owner) {
        return audience.seesFilingsOf(owner)
                ? answered
                : new AnsweredDiscrepancy(
                        answered.id(),
                        answered.answers().stream()
                                .map(answer -> new Answer(
                                        answer.kind(), answer.subject(), null, answer.on(), answer.position()))
                                .toList());
    }
}
