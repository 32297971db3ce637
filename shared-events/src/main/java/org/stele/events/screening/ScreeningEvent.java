package org.stele.events.screening;

/** Every event of the screening context. All but {@link ListVersionLoaded} are about one Member State. */
public sealed interface ScreeningEvent
        permits ListVersionLoaded,
                ScreeningRequested,
                ScreeningHitsRecorded,
                ScreeningClearedWithoutHit,
                ScreeningVerdictProposed,
                ScreeningVerdictConfirmed,
                ScreeningVerdictReturned,
                ScreeningReopened {}
