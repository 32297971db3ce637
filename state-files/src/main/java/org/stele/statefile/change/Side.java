package org.stele.statefile.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.statefile.AnsweredDiscrepancy;
import org.stele.statefile.Attestation;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.Claim;
import org.stele.statefile.Clarification;
import org.stele.statefile.DatedFact;
import org.stele.statefile.Days;
import org.stele.statefile.Dispute;
import org.stele.statefile.Evidence;
import org.stele.statefile.FiledVersion;
import org.stele.statefile.Publication;
import org.stele.statefile.change.Cause.Kind;
import org.stele.statefile.inview.RemainingFigure;
import org.stele.statefile.inview.SubmittedFiling;
import org.stele.statefile.status.StateView;

/** One of two views: what it rests on of each record of its file; nothing of a record that it does not have. */
record Side(LocalDate effectiveOn, LocalDate knownOn, LocalDate cut) {

    static Side of(StateView view) {
        return new Side(view.effectiveOn(), view.knownOn(), Days.earlier(view.effectiveOn(), view.knownOn()));
    }

    List<Ground> of(@Nullable Attestation attestation) {
        List<Ground> grounds = new ArrayList<>();
        if (attestation == null) {
            return grounds;
        }
        AttestationReading known = attestation.knownAt(knownOn).orElse(null);
        if (known != null && Days.isBy(known.effectiveDay(), effectiveOn)) {
            grounds.add(ground(Kind.ATTESTATION, known));
            if (RemainingFigure.stated(known, effectiveOn).isPresent()) {
                grounds.add(ground(Kind.REMAINING_FIGURE, known));
            }
        }
        AttestationReading report =
                cut.equals(knownOn) ? known : attestation.knownAt(cut).orElse(null);
        if (report != null) {
            grounds.add(ground(Kind.REPORT_KNOWN, report));
        }
        if (attestation.mayBeReceivedBy(cut)) {
            grounds.add(Ground.of(Kind.REPORT_PERHAPS_RECEIVED, attestation.id(), attestation.firstPosition()));
        }
        Publication last = attestation.lastPublication(knownOn);
        if (last != null) {
            grounds.add(Ground.of(Kind.PUBLICATION, attestation.id(), last.position()));
        }
        attestation.clarifications().forEach(question -> question(grounds, question));
        submissions(grounds, attestation);
        return grounds;
    }

    private static Ground ground(Kind kind, AttestationReading reading) {
        return new Ground(
                null,
                kind,
                reading.id(),
                0,
                reading.version().number(),
                reading.version().position(),
                !reading.isEnveloped());
    }

    private void question(List<Ground> grounds, Clarification question) {
        if (!Days.isBy(question.requestedOn(), knownOn)) {
            return;
        }
        grounds.add(Ground.of(Kind.QUESTION, question.id(), question.position()));
        question.answers().stream()
                .filter(answer -> Days.isBy(answer.providedOn(), knownOn))
                .forEach(answer -> grounds.add(Ground.oneOf(Kind.ANSWER, question.id(), answer.position())));
    }

    private void submissions(List<Ground> grounds, Attestation attestation) {
        List<SubmittedFiling> submitted = new ArrayList<>();
        SubmittedFiling.addTo(submitted, attestation, knownOn);
        submitted.forEach(filing -> grounds.add(
                new Ground(null, Kind.SUBMISSION, filing.id(), filing.version(), filing.version(), 0, true)));
    }

    /** @param known the version that is known; null where none is */
    List<Ground> of(Kind kind, @Nullable FiledVersion known) {
        return known == null || known.effectiveDay().isAfter(effectiveOn)
                ? List.of()
                : List.of(new Ground(null, kind, known.id(), 0, known.number(), known.position(), true));
    }

    List<Ground> of(@Nullable Claim claim) {
        List<Ground> grounds = new ArrayList<>();
        if (claim == null) {
            return grounds;
        }
        if (claim.isInView(effectiveOn, knownOn)) {
            grounds.add(Ground.of(Kind.CLAIM, claim.id(), claim.position()));
        }
        for (Dispute dispute : claim.disputes()) {
            if (Days.isBy(dispute.disputed(), knownOn)) {
                grounds.add(Ground.oneOf(Kind.DISPUTE, claim.id(), dispute.position()));
            }
        }
        for (DatedFact upheld : claim.upheld()) {
            if (Days.isBy(upheld.on(), knownOn)) {
                grounds.add(Ground.oneOf(Kind.UPHOLDING, claim.id(), upheld.position()));
            }
        }
        return grounds;
    }

    List<Ground> of(@Nullable Evidence evidence) {
        return evidence != null && evidence.isInView(effectiveOn, knownOn)
                ? List.of(Ground.of(Kind.EVIDENCE, evidence.id(), evidence.position()))
                : List.of();
    }

    List<Ground> of(@Nullable AnsweredDiscrepancy answered) {
        return answered == null
                ? List.of()
                : answered.answers().stream()
                        .filter(answer -> Days.isBy(answer.on(), knownOn))
                        .map(answer -> Ground.oneOf(
                                switch (answer.kind()) {
                                    case EXPLAINED -> Kind.EXPLANATION;
                                    case RESOLVED -> Kind.DECISION;
                                },
                                answered.id(),
                                answer.position()))
                        .toList();
    }
}
