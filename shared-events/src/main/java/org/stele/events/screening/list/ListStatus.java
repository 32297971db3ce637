package org.stele.events.screening.list;

/** What became of a load. */
public enum ListStatus {
    /** It stands. */
    CURRENT,
    /** It is suspicious: the version before stands until the registrar has decided. */
    HELD
}
