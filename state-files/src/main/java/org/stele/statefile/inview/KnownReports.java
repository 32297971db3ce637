package org.stele.statefile.inview;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.statefile.Attestation;
import org.stele.statefile.AttestationReading;

/**
 * What was known on a day of the reports to one obligation, whatever their effective day: the input of 4.1 and 4.2.
 */
public final class KnownReports {

    private static final Comparator<PartialDate> BY_RECEIPT =
            Comparator.comparingInt(PartialDate::lastEpochDay).thenComparingInt(PartialDate::firstEpochDay);
    private final ObligationId obligation;
    private final LocalDate day;
    private final int epochDay;
    private @Nullable PartialDate firstReceived;
    private @Nullable AttestationReading latest;
    private boolean perhapsReceived;

    public KnownReports(ObligationId obligation, LocalDate day) {
        this.obligation = obligation;
        this.day = day;
        epochDay = (int) day.toEpochDay();
    }

    /** @param known what the attestation says on the day; null while it is not known */
    public void add(Attestation attestation, @Nullable AttestationReading known) {
        perhapsReceived = perhapsReceived || attestation.mayBeReceivedBy(day);
        if (known != null) {
            addKnown(known);
        }
    }

    /** One that has this reading whenever it is known. */
    void add(AttestationReading unchanged) {
        PartialDate received = unchanged.firstReceived();
        perhapsReceived |= received.firstEpochDay() <= epochDay;
        if (received.lastEpochDay() <= epochDay) {
            addKnown(unchanged);
        }
    }

    private void addKnown(AttestationReading known) {
        if (firstReceived == null || BY_RECEIPT.compare(known.firstReceived(), firstReceived) < 0) {
            firstReceived = known.firstReceived();
        }
        if (latest == null || known.compareReceipt(latest) > 0) {
            latest = known;
        }
    }

    public ObligationId obligation() {
        return obligation;
    }

    public LocalDate day() {
        return day;
    }

    /** 4.1: the first received, by its first version; null where none is known. Equal receipts give equal results. */
    @Nullable
    public PartialDate firstReceived() {
        return firstReceived;
    }

    /** 4.2: the one received last, then recorded last; null where none is known. */
    @Nullable
    public AttestationReading latest() {
        return latest;
    }

    /** 4.1: whether one may have been received by then, without certainty. */
    public boolean perhapsReceived() {
        return perhapsReceived;
    }
}
