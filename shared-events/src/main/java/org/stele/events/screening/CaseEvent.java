package org.stele.events.screening;

import org.stele.events.FilingId;
import org.stele.events.StateEvent;

/** An event of one screening. */
public sealed interface CaseEvent extends ScreeningEvent, StateEvent
        permits ScreeningRequested,
                ScreeningHitsRecorded,
                ScreeningClearedWithoutHit,
                ScreeningFailed,
                ScreeningVerdictProposed,
                ScreeningVerdictConfirmed,
                ScreeningVerdictReturned,
                ScreeningReopened {

    FilingId screening();
}
