package org.stele.statefile;

import org.stele.events.PartialDate;

/** A day that an event names: of a withdrawal, a resolution, the upholding of a claim. */
public record DatedFact(PartialDate on, long position) implements Fact {}
