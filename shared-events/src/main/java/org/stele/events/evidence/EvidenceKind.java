package org.stele.events.evidence;

/** The source of a piece of evidence. */
public enum EvidenceKind {
    OFFICIAL_STATEMENT,
    THIRD_PARTY_REPORT,
    PANEL_REPORT,
    MSMT_REPORT,
    NGO_ESTIMATE,
    PRESS
}
