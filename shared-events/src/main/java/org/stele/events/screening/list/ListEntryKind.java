package org.stele.events.screening.list;

/** What an entry of the list designates. Vessels stand on a page of their own, not in the list. */
public enum ListEntryKind {
    INDIVIDUAL,
    ENTITY
}
