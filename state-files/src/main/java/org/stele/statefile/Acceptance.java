package org.stele.statefile;

import java.time.LocalDate;

/** The chair accepted a version as complete in form. */
public record Acceptance(int version, LocalDate acceptedOn, long position) implements Fact {}
