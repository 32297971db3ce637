package org.stele.statefile.change;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.statefile.AnsweredDiscrepancy;
import org.stele.statefile.Attestation;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.Claim;
import org.stele.statefile.Clarification;
import org.stele.statefile.DatedFact;
import org.stele.statefile.Days;
import org.stele.statefile.Dispute;
import org.stele.statefile.FiledVersion;
import org.stele.statefile.Publication;
import org.stele.statefile.StateFile;
import org.stele.statefile.change.Cause.Kind;
import org.stele.statefile.inview.RemainingFigure;
import org.stele.statefile.inview.SubmittedFiling;
import org.stele.statefile.status.StateView;

/** All that one view rests on, by kind and id. */
final class Causes {

    /** What something is, whichever version. */
    record Key(Kind kind, FilingId id, long number) {}

    /** Which version, and whether it is seen whole: what makes it the same in two views. */
    record What(@Nullable Integer version, long position, boolean whole) {

        Cause cause(Key key) {
            return new Cause(key.kind(), key.id(), version, position);
        }
    }

    private final StateFile file;
    private final StateView view;
    private final LocalDate cut;
    private final Map<Key, What> causes = new LinkedHashMap<>();

    private Causes(StateFile file, StateView view) {
        this.file = file;
        this.view = view;
        this.cut = Days.earlier(view.effectiveOn(), view.knownOn());
    }

    static Map<Key, What> of(StateFile file, StateView view) {
        Causes causes = new Causes(file, view);
        causes.attestations();
        causes.others();
        return causes.causes;
    }

    private void attestations() {
        view.inView().attestations().forEach(reading -> add(Kind.ATTESTATION, reading));
        for (AttestationReading reading : view.inView().attestations()) {
            RemainingFigure.stated(reading, view.effectiveOn())
                    .ifPresent(figure -> add(Kind.REMAINING_FIGURE, reading));
        }
        for (Attestation attestation : file.attestations()) {
            attestation.knownAt(cut).ifPresent(reading -> add(Kind.REPORT_KNOWN, reading));
            if (attestation.mayBeReceivedBy(cut)) {
                add(Kind.REPORT_PERHAPS_RECEIVED, attestation.id(), 0, null, attestation.firstPosition());
            }
            Publication last = attestation.lastPublication(view.knownOn());
            if (last != null) {
                add(Kind.PUBLICATION, attestation.id(), 0, null, last.position());
            }
            attestation.clarifications().forEach(this::question);
        }
        for (SubmittedFiling filing : view.submitted()) {
            add(Kind.SUBMISSION, filing.id(), filing.version(), filing.version(), 0);
        }
    }

    private void question(Clarification question) {
        if (!Days.isBy(question.requestedOn(), view.knownOn())) {
            return;
        }
        add(Kind.QUESTION, question.id(), 0, null, question.position());
        question.answers().stream()
                .filter(answer -> Days.isBy(answer.providedOn(), view.knownOn()))
                .forEach(answer -> add(Kind.ANSWER, question.id(), answer.position(), null, answer.position()));
    }

    private void others() {
        view.inView().notices().forEach(notice -> add(Kind.NOTICE, notice));
        view.inView().baselines().forEach(baseline -> add(Kind.BASELINE, baseline));
        view.inView().arrivals().forEach(arrival -> add(Kind.ARRIVAL, arrival));
        view.inView().claims().forEach(claim -> add(Kind.CLAIM, claim.id(), 0, null, claim.position()));
        file.claims().forEach(this::claim);
        view.inView().evidence().forEach(one -> add(Kind.EVIDENCE, one.id(), 0, null, one.position()));
        view.inView().verdicts().forEach(verdict -> add(Kind.VERDICT, verdict.id(), 0, null, verdict.position()));
        file.answered().forEach(this::answered);
    }

    private void claim(Claim claim) {
        for (Dispute dispute : claim.disputes()) {
            if (Days.isBy(dispute.disputed(), view.knownOn())) {
                add(Kind.DISPUTE, claim.id(), dispute.position(), null, dispute.position());
            }
        }
        for (DatedFact upheld : claim.upheld()) {
            if (Days.isBy(upheld.on(), view.knownOn())) {
                add(Kind.UPHOLDING, claim.id(), upheld.position(), null, upheld.position());
            }
        }
    }

    private void answered(AnsweredDiscrepancy answered) {
        answered.answers().stream()
                .filter(answer -> Days.isBy(answer.on(), view.knownOn()))
                .forEach(answer -> add(
                        switch (answer.kind()) {
                            case EXPLAINED -> Kind.EXPLANATION;
                            case RESOLVED -> Kind.DECISION;
                        },
                        answered.id(),
                        answer.position(),
                        null,
                        answer.position()));
    }

    private void add(Kind kind, AttestationReading reading) {
        causes.put(
                new Key(kind, reading.id(), 0),
                new What(reading.version().number(), reading.version().position(), !reading.isEnveloped()));
    }

    private void add(Kind kind, FiledVersion version) {
        causes.put(new Key(kind, version.id(), 0), new What(version.number(), version.position(), true));
    }

    private void add(Kind kind, FilingId id, long number, @Nullable Integer version, long position) {
        causes.put(new Key(kind, id, number), new What(version, position, true));
    }
}
