package org.stele.events.screening;

import org.stele.events.Sha256Digest;

/** An event about a version of a list. It is about no one State. */
public sealed interface ListEvent extends ScreeningEvent
        permits ListVersionLoaded, ListVersionReleased, ListVersionRejected {

    /** The version that it is about. */
    Sha256Digest sha256();
}
