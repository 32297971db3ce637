package org.stele.command.evidence.recordevidence;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceMeasure;

/**
 * A monitoring body records a statement about persons in a State, or a registrar enters that it did.
 *
 * @param memberState the State that the evidence is about
 * @param body the body that a monitor acts for; null from a registrar who acts for none
 * @param received null for today
 * @param figure the number of persons that it states; null where it states none
 * @param contests whether it contradicts what the State attested
 * @param measure what the figure counts; null where nobody said it
 * @param confidential for the Committee and auditors only
 */
@Command(namespace = "evidence", name = "RecordEvidence")
public record RecordEvidence(
        CommandContext entry,
        MemberState memberState,
        @Nullable MonitoringBody body,
        EvidenceKind kind,
        PartialDate asOf,
        @Nullable PartialDate received,
        @Nullable PersonsCount figure,
        boolean contests,
        String statement,
        @Nullable SourceReference source,
        @Nullable EvidenceMeasure measure,
        boolean confidential)
        implements LedgerCommand {

    /** Evidence that is not confidential, and of which nobody said what its figure counts. */
    public RecordEvidence(
            CommandContext entry,
            MemberState memberState,
            @Nullable MonitoringBody body,
            EvidenceKind kind,
            PartialDate asOf,
            @Nullable PartialDate received,
            @Nullable PersonsCount figure,
            boolean contests,
            String statement,
            @Nullable SourceReference source) {
        this(entry, memberState, body, kind, asOf, received, figure, contests, statement, source, null, false);
    }

    @Override
    public FilingId filing() {
        return entry.created();
    }
}
