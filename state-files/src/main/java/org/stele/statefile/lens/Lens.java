package org.stele.statefile.lens;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.events.Audience;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PersonsCount;
import org.stele.statefile.AnsweredDiscrepancy;
import org.stele.statefile.AnsweredDiscrepancy.Answer;
import org.stele.statefile.Attestation;
import org.stele.statefile.Claim;
import org.stele.statefile.Evidence;
import org.stele.statefile.FiledRecord;
import org.stele.statefile.FiledRecords;
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
        List<Notice> notices = FiledRecords.copyOf(file.notices()).each(notice -> see(notice, owner));
        List<Claim> claims = FiledRecords.copyOf(file.claims()).each(claim -> see(claim, owner));
        List<Evidence> evidence = FiledRecords.copyOf(file.evidence()).only(this::sees);
        List<AnsweredDiscrepancy> answered = answered(file.answered());
        if (whole
                && notices == file.notices()
                && claims == file.claims()
                && evidence == file.evidence()
                && answered == file.answered()) {
            return file;
        }
        return StateFile.of(
                owner,
                whole ? file.attestations() : published(file, head, knownOn, today),
                notices,
                file.baselines(),
                file.arrivals(),
                claims,
                file.contracts(),
                file.approvals(),
                evidence,
                whole ? answered : FiledRecords.copyOf(answered).each(Lens::days),
                whole ? file.verdicts() : List.<VerdictRecord>of(),
                file.omitted());
    }

    /**
     * What is seen of one record of a State at the head of the ledger, whatever the day; null where nothing is. An attestation of
     * another State is whole while it is published now: {@link #inView} takes it away from the views in which it was not yet.
     */
    public @Nullable FiledRecord see(FiledRecord record, MemberState owner) {
        boolean whole = audience.seesFilingsOf(owner);
        return switch (record) {
            case Attestation of when !whole -> isPublished(of) ? Envelopes.withoutWords(of) : Envelopes.envelope(of);
            case Notice of -> see(of, owner);
            case Claim of -> see(of, owner);
            case Evidence of -> sees(of) ? of : null;
            case AnsweredDiscrepancy of when !audience.isAuditing() && of.isAcrossStates() -> null;
            case AnsweredDiscrepancy of when !whole -> days(of);
            case VerdictRecord _ when !whole -> null;
            default -> record;
        };
    }

    /** No action is of a day to come: the last one says how it stands now. */
    private static boolean isPublished(Attestation attestation) {
        return !attestation.publications().isEmpty()
                && attestation.publications().getLast().kind() == Publication.Kind.PUBLISHED;
    }

    /**
     * What is seen in a view, of a file whose records are seen already.
     *
     * @param seen of the size of the view
     * @param head the same at the head of the ledger
     */
    public StateFile inView(StateFile seen, StateFile head, LocalDate knownOn, LocalDate today) {
        if (audience.seesFilingsOf(seen.memberState())) {
            return seen;
        }
        List<Attestation> attestations = published(seen, head, knownOn, today);
        return attestations == seen.attestations() ? seen : seen.withAttestations(attestations);
    }

    private static List<Attestation> published(StateFile file, StateFile head, LocalDate knownOn, LocalDate today) {
        AtHead now = new AtHead(head.attestations());
        return FiledRecords.copyOf(file.attestations()).each(attestation -> {
            Attestation atHead = now.next(attestation);
            if (attestation.enveloped()) {
                return attestation;
            }
            return isWhole(attestation, atHead, knownOn, today)
                    ? Envelopes.withoutWords(attestation)
                    : Envelopes.envelope(attestation);
        });
    }

    /** Finds the attestations of a file at the head, mostly at the same place: a file only grows at its end. */
    private static final class AtHead {

        private final List<Attestation> all;
        private final Map<FilingId, Attestation> byId = new HashMap<>();
        private int place;

        AtHead(List<Attestation> all) {
            this.all = all;
        }

        @Nullable
        Attestation next(Attestation one) {
            if (place < all.size() && isSame(all.get(place), one)) {
                return all.get(place++);
            }
            if (byId.isEmpty()) {
                all.forEach(attestation -> byId.put(attestation.id(), attestation));
            }
            return byId.get(one.id());
        }

        private static boolean isSame(Attestation now, Attestation then) {
            return now == then || now.id().equals(then.id());
        }
    }

    /** Published in the view and now: looking at another day never lifts a withholding. */
    public static boolean isWhole(Attestation inView, @Nullable Attestation now, LocalDate knownOn, LocalDate today) {
        return inView.publicationOn(knownOn) == Publication.Status.PUBLISHED
                && now != null
                && now.publicationOn(today) == Publication.Status.PUBLISHED;
    }

    private Notice see(Notice notice, MemberState owner) {
        return audience.isAuditing() || isOf(owner) || !notice.isOfSubjects()
                ? notice
                : new Notice(
                        notice.id(),
                        notice.versions().stream()
                                .map(version -> see(version, audience.seesFilingsOf(owner)))
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
            return claim.isProtected() && tellsGround(claim) ? claim.withoutGround() : claim;
        }
        return claim.counted(isBanded(claim.count()));
    }

    private static boolean tellsGround(Claim claim) {
        return claim.ground() != null || claim.summary() != null || claim.source() != null || claim.sealed() != null;
    }

    private boolean sees(Evidence evidence) {
        return !evidence.confidential() || audience.seesConfidentialEvidence(evidence.recordedBy());
    }

    /** Without the custodian's decisions, which would tell that another State names the same person. */
    private List<AnsweredDiscrepancy> answered(List<AnsweredDiscrepancy> all) {
        return audience.isAuditing() ? all : FiledRecords.copyOf(all).only(one -> !one.isAcrossStates());
    }

    private static AnsweredDiscrepancy days(AnsweredDiscrepancy answered) {
        return new AnsweredDiscrepancy(
                answered.id(),
                answered.answers().stream()
                        .map(answer ->
                                new Answer(answer.kind(), answer.subject(), null, answer.on(), answer.position()))
                        .toList());
    }
}
