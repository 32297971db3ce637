package org.stele.query.statefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.PartialDate;
import org.stele.events.SourceReference;
import org.stele.events.attestation.AttestationContent;

/**
 * One version of an attestation: its content, and its place in each of the three times.
 *
 * @param number 1 for what was submitted first, one more for each amendment
 * @param submittedOn the day in New York on which it was entered here
 * @param position the position of the event that holds the content
 * @param recordedOn the day in New York on which that event was recorded
 * @param receipts the registrar's entries of its receipt, in the order of the ledger; the last one counts
 * @param publications the registrar's actions on its text, in the order of the ledger
 */
public record AttestationVersion(
        int number,
        AttestationContent content,
        LocalDate submittedOn,
        long position,
        LocalDate recordedOn,
        @Nullable SourceReference source,
        List<CommitteeReceipt> receipts,
        List<Publication> publications) {

    public AttestationVersion {
        receipts = List.copyOf(receipts);
        publications = List.copyOf(publications);
    }

    /** The day or days on which the Committee received it; null until the registrar enters it. */
    public @Nullable PartialDate received() {
        return receipts.isEmpty() ? null : receipts.getLast().on();
    }

    /** The number that the Committee gave it; null where it gave none. */
    public @Nullable String reference() {
        return receipts.isEmpty() ? null : receipts.getLast().reference();
    }

    long lastPosition() {
        return Math.max(position, Math.max(FiledRecord.lastPosition(receipts), FiledRecord.lastPosition(publications)));
    }

    AttestationVersion upTo(long treeSize) {
        return lastPosition() <= treeSize
                ? this
                : with(FiledRecord.upTo(receipts, treeSize), FiledRecord.upTo(publications, treeSize));
    }

    boolean isReceivedBy(LocalDate day) {
        PartialDate received = received();
        return received != null && Days.isBy(received, day);
    }

    /** Whether the content came into the ledger on a later day than the Committee had it (P7). */
    boolean isBackfilled() {
        PartialDate received = received();
        return received != null && Days.isBackfilled(recordedOn, received);
    }

    AttestationVersion with(CommitteeReceipt receipt) {
        return with(FiledRecord.and(receipts, receipt), publications);
    }

    AttestationVersion with(Publication publication) {
        return with(receipts, FiledRecord.and(publications, publication));
    }

    private AttestationVersion with(List<CommitteeReceipt> newReceipts, List<Publication> newPublications) {
        return new AttestationVersion(
                number, content, submittedOn, position, recordedOn, source, newReceipts, newPublications);
    }
}
