package org.stele.statefile.inview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.ObligationId;
import org.stele.statefile.Attestation;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.Days;
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
        for (int i = 0; i < records.size(); i++) {
            if (records.unchanged(i) instanceof AttestationReading reading
                    && reading.received().lastEpochDay() <= knownOn) {
                known.addUnchanged(reading, effectiveOn);
            } else {
                known.add(records.get(i));
            }
        }
        return known;
    }

    /** Of one version that is known: nothing of it waits to be received. */
    private void addUnchanged(AttestationReading reading, int effectiveOn) {
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

    private void add(Attestation attestation) {
        AttestationReading known = attestation.knownAt(cut.knownOn()).orElse(null);
        if (known != null && Days.isBy(known.effectiveDay(), cut.effectiveOn())) {
            inView.add(known);
        }
        SubmittedFiling.addTo(submitted, attestation, cut.knownOn());
        switch (attestation.obligation()) {
            case REP_MID -> midterm.add(attestation, knownOnDay(attestation, known));
            case REP_FIN -> finalReport.add(attestation, knownOnDay(attestation, known));
            default -> {
                // 4.1 and 4.2 read the two reports only.
            }
        }
    }

    private @Nullable AttestationReading knownOnDay(Attestation attestation, @Nullable AttestationReading known) {
        LocalDate day = cut.day();
        return day.equals(cut.knownOn()) ? known : attestation.knownAt(day).orElse(null);
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
