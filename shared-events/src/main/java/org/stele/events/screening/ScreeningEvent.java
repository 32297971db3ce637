package org.stele.events.screening;

/** Every event of the screening context: about a version of a list, or about one screening of one State. */
public sealed interface ScreeningEvent permits ListEvent, CaseEvent {}
