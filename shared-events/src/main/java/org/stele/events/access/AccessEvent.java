package org.stele.events.access;

/** Every event about who may act and sign. */
public sealed interface AccessEvent permits OfficialEvent, StaffEvent {}
