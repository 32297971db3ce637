package org.stele.statefile;

import java.time.LocalDate;
import org.stele.events.StateEvent;

/**
 * One event about a Member State, with its place in the ledger.
 *
 * @param recordedOn the day in New York on which the ledger recorded it
 */
public record LedgerEvent(long position, LocalDate recordedOn, StateEvent event) {

    public LedgerEvent {
        if (position < 1) {
            throw new IllegalArgumentException("Expected a position from 1, got %s.".formatted(position));
        }
    }
}
