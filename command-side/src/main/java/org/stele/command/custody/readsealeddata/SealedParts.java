package org.stele.command.custody.readsealeddata;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.events.Actor;
import org.stele.events.MemberState;
import org.stele.events.Tags;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;

/**
 * Finds what events seal. An official's are looked for among the events of the State alone: another State's is not read, and so
 * takes no longer than one that is not there.
 */
final class SealedParts {

    private final LedgerReader ledger;

    SealedParts(LedgerReader ledger) {
        this.ledger = ledger;
    }

    Optional<SealedPart> at(long position, Actor reader) {
        MemberState own = reader.memberState();
        return SealedPart.of(own == null ? ledger.at(position) : ofState(own, position));
    }

    private @Nullable StoredEvent ofState(MemberState own, long position) {
        Selection itsEvents = Selection.tag(Tags.MEMBER_STATE + "=" + own.iso3());
        List<StoredEvent> found = ledger.read(itsEvents, position - 1, position, 1);
        return found.isEmpty() ? null : found.getFirst();
    }
}
