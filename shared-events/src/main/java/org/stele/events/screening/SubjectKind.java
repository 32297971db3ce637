package org.stele.events.screening;

/** What is screened. */
public enum SubjectKind {
    PERSON,
    ENTITY,
    VESSEL
}
