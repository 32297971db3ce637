package org.stele.statefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.PartialDate;
import org.stele.events.SourceReference;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.CommitteeDocument;

/**
 * One version of an attestation: its content, and its place in each of the three times.
 *
 * @param number 1 for what was submitted first, one more for each amendment
 * @param submittedOn the day in New York on which it was entered here
 * @param position the position of the event that holds the content
 * @param recordedOn the day in New York on which that event was recorded
 * @param document that it came in, as it was stated with it; null where nothing was
 * @param receipts the registrar's entries of its receipt, in the order of the ledger; the last one counts
 */
public record AttestationVersion(
        int number,
        AttestationContent content,
        LocalDate submittedOn,
        long position,
        LocalDate recordedOn,
        @Nullable SourceReference source,
        @Nullable CommitteeDocument document,
        List<CommitteeReceipt> receipts)
        implements Fact {

    public AttestationVersion {
        receipts = List.copyOf(receipts);
    }

    /** The day or days on which the Committee received it; null until the registrar enters it. */
    public @Nullable PartialDate received() {
        return receipts.isEmpty() ? null : receipts.getLast().on();
    }

    /** The number that the Committee gave it; null where it gave none. */
    public @Nullable String reference() {
        return receipts.isEmpty() ? null : receipts.getLast().reference();
    }

    /** The document as the registrar stated it last, or as the filing did; null where nobody stated it. */
    public @Nullable CommitteeDocument committeeDocument() {
        for (CommitteeReceipt receipt : receipts.reversed()) {
            if (receipt.document() != null) {
                return receipt.document();
            }
        }
        return document;
    }

    public long lastPosition() {
        return Math.max(position, FiledRecord.lastPosition(receipts));
    }

    public AttestationVersion upTo(long treeSize) {
        return lastPosition() <= treeSize ? this : with(FiledRecord.upTo(receipts, treeSize));
    }

    public boolean isReceivedBy(LocalDate day) {
        PartialDate received = received();
        return received != null && Days.isBy(received, day);
    }

    /** Whether the content came into the ledger on a later day than the Committee had it (P7). */
    public boolean isBackfilled() {
        PartialDate received = received();
        return received != null && Days.isBackfilled(recordedOn, received);
    }

    public AttestationVersion with(CommitteeReceipt receipt) {
        return with(FiledRecord.and(receipts, receipt));
    }

    private AttestationVersion with(List<CommitteeReceipt> newReceipts) {
        return new AttestationVersion(
                number, content, submittedOn, position, recordedOn, source, document, newReceipts);
    }
}
