package org.stele.statefile.inview;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.stele.events.ObligationId;
import org.stele.statefile.Attestation;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.FiledRecords;

/**
 * The attestations of a file that are known at a pair of dates. One pass computes everything that section 4 asks of
 * them: a file may hold tens of thousands.
 */
public final class KnownAttestations {

    private final AsOf cut;
    private final KnownReports midterm;
    private final KnownReports finalReport;
    private final List<AttestationReading> inView;
    private final List<SubmittedFiling> submitted = new ArrayList<>();

    private KnownAttestations(AsOf cut, int count) {
        this.cut = cut;
        inView = new ArrayList<>(count);
        midterm = new KnownReports(ObligationId.REP_MID, cut.day());
        finalReport = new KnownReports(ObligationId.REP_FIN, cut.day());
    }

    public static KnownAttestations of(List<Attestation> attestations, AsOf cut) {
        KnownAttestations known = new KnownAttestations(cut, attestations.size());
        FiledRecords<Attestation> records = FiledRecords.copyOf(attestations);
        int effectiveOn = (int) cut.effectiveOn().toEpochDay();
        int knownOn = (int) cut.knownOn().toEpochDay();
        int day = Math.min(effectiveOn, knownOn);
        for (int i = 0; i < records.size(); i++) {
            Object reading = records.knownAt(i, knownOn);
            if (reading != null && (records.isUnchanged(i) || records.isSettledBy(i, day))) {
                known.addSettled((AttestationReading) reading, effectiveOn);
            } else {
                known.add(records, i, effectiveOn, knownOn);
            }
        }
        return known;
    }

    /** Of one that nothing changed, or that says the same on every day from the view's on: nothing of it waits to be received. */
    private void addSettled(AttestationReading reading, int effectiveOn) {
        if (reading.effectiveEpochDay() <= effectiveOn) {
            inView.add(reading);
        }
        switch (reading.obligation()) {
            case REP_MID -> midterm.add(reading);
            case REP_FIN -> finalReport.add(reading);
            default -> {
                // 4.1 and 4.2 read the two reports only.
            }
        }
    }

    private void add(FiledRecords<Attestation> records, int index, int effectiveOn, int knownOn) {
        Attestation attestation = records.get(index);
        AttestationReading known = (AttestationReading) records.knownAt(index, knownOn);
        if (known != null && known.effectiveEpochDay() <= effectiveOn) {
            inView.add(known);
        }
        if (!records.isSettledBy(index, knownOn)) {
            SubmittedFiling.addTo(submitted, attestation, cut.knownOn());
        }
        int day = Math.min(effectiveOn, knownOn);
        switch (attestation.obligation()) {
            case REP_MID -> midterm.add(attestation, (AttestationReading) records.knownAt(index, day));
            case REP_FIN -> finalReport.add(attestation, (AttestationReading) records.knownAt(index, day));
            default -> {
                // 4.1 and 4.2 read the two reports only.
            }
        }
    }

    /** Those in view, in the order in which they were recorded (section 4, "In view"). */
    public List<AttestationReading> inView() {
        return Collections.unmodifiableList(inView);
    }

    /** What was entered here and not received by the day of knowledge, in the order in which it was recorded. */
    public List<SubmittedFiling> submitted() {
        return List.copyOf(submitted);
    }

    public KnownReports midterm() {
        return midterm;
    }

    public KnownReports finalReport() {
        return finalReport;
    }
}
