package org.stele.command.filing;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.events.Tags;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationWithdrawn;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.Selection.Clause;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;

/** The earlier reports of a State, as the ledger holds them. */
final class EarlierReports {

    /** More reports of one State to one obligation are not read. */
    private static final int MOST = 1_000;

    private final LedgerReader ledger;

    EarlierReports(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** The positions of the reports that were not withdrawn. */
    List<Long> of(MemberState state, ObligationId obligation) {
        String memberState = Tags.MEMBER_STATE + "=" + state.iso3();
        List<StoredEvent> submitted = read(new Clause(
                Set.of(memberState, Tags.OBLIGATION + "=" + obligation.id()),
                Set.of(EventTypes.name(AttestationSubmitted.class))));
        if (submitted.isEmpty()) {
            return List.of();
        }
        Set<String> withdrawn =
                read(new Clause(Set.of(memberState), Set.of(EventTypes.name(AttestationWithdrawn.class)))).stream()
                        .map(EarlierReports::attestation)
                        .collect(Collectors.toSet());
        return submitted.stream()
                .filter(report -> !withdrawn.contains(attestation(report)))
                .map(StoredEvent::position)
                .toList();
    }

    private List<StoredEvent> read(Clause which) {
        return ledger.read(new Selection(List.of(which)), 0, ledger.head(), MOST);
    }

    private static String attestation(StoredEvent event) {
        return event.tags().stream()
                .filter(tag -> tag.startsWith(Tags.ATTESTATION + "="))
                .findFirst()
                .orElse("");
    }
}
