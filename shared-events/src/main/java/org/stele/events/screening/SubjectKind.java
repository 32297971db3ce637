package org.stele.events.screening;

/** The kind of the screened subject. */
public enum SubjectKind {
    PERSON,
    ENTITY,
    VESSEL
}
