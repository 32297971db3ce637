package org.stele.events.evidence;

/** Who is speaking in a piece of evidence. */
public enum EvidenceKind {
    OFFICIAL_STATEMENT,
    THIRD_PARTY_REPORT,
    PANEL_REPORT,
    NGO_ESTIMATE,
    PRESS
}
