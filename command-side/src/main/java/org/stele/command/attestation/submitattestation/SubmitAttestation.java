package org.stele.command.attestation.submitattestation;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.jspecify.annotations.Nullable;
import org.stele.command.attestation.StatedDocument;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.events.SourceReference;
import org.stele.events.attestation.AttestationContent;

/**
 * A State submits a document that answers one obligation or several: one attestation for each.
 *
 * @param memberState named by a registrar for a filing on paper; null for a credential of the State itself
 * @param obligations one or more, each once
 * @param source where a registrar read an old filing; null from anybody else
 * @param document null where nothing is stated of it
 */
@Command(namespace = "attestation", name = "SubmitAttestation")
public record SubmitAttestation(
        CommandContext entry,
        @Nullable MemberState memberState,
        List<ObligationId> obligations,
        AttestationContent content,
        @Nullable SourceReference source,
        @Nullable StatedDocument document)
        implements LedgerCommand {

    public SubmitAttestation {
        obligations = List.copyOf(obligations);
    }

    /** One attestation, of whose document nothing is stated. */
    public SubmitAttestation(
            CommandContext entry,
            @Nullable MemberState memberState,
            ObligationId obligation,
            AttestationContent content,
            @Nullable SourceReference source) {
        this(entry, memberState, List.of(obligation), content, source, null);
    }

    @Override
    public FilingId filing() {
        return filings().getFirst();
    }

    @Override
    public List<FilingId> filings() {
        return obligations.size() == 1
                ? List.of(entry.created())
                : obligations.stream()
                        .map(obligation -> entry.created(obligation.id()))
                        .toList();
    }
}
