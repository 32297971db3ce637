package org.stele.events.evidence;

import org.stele.events.StateEvent;

/** Every event of the evidence context. */
public sealed interface EvidenceEvent extends StateEvent permits EvidenceRecorded, EvidenceResolved {}
