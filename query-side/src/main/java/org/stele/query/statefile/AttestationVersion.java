package org.stele.query.statefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.PartialDate;
import org.stele.events.SourceReference;
import org.stele.events.attestation.AttestationContent;

/**
 * One version of an attestation: what it says, and where it stands in each of the three times.
 *
 * @param number 1 for what was submitted first, one more for each amendment
 * @param submittedOn the day in New York on which it was entered here
 * @param position the position of the event that holds the content
 * @param recordedOn the day in New York on which that event was recorded
 * @param received the day or days on which the Committee received it; null until the registrar enters it
 * @param reference the number that the Committee gave it
 * @param publications what the registrar did with its text, in the order of the ledger
 */
public record AttestationVersion(
        int number,
        AttestationContent content,
        LocalDate submittedOn,
        long position,
        LocalDate recordedOn,
        @Nullable SourceReference source,
        @Nullable PartialDate received,
        @Nullable String reference,
        List<Publication> publications) {

    public AttestationVersion {
        publications = List.copyOf(publications);
    }

    boolean isReceivedBy(LocalDate day) {
        return received != null && Days.isBy(received, day);
    }

    /** Whether the content came into the ledger on a later day than the Committee had it (P7). */
    boolean isBackfilled() {
        return received != null && Days.isBackfilled(recordedOn, received);
    }

    AttestationVersion receive(PartialDate day, @Nullable String number) {
        return new AttestationVersion(
                this.number, content, submittedOn, position, recordedOn, source, day, number, publications);
    }

    AttestationVersion with(Publication publication) {
        List<Publication> all = new ArrayList<>(publications);
        all.add(publication);
        return new AttestationVersion(
                number, content, submittedOn, position, recordedOn, source, received, reference, all);
    }
}
