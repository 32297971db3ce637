package org.stele.events.screening;

/**
 * What an analyst says of one candidate.
 *
 * @param entry as {@link Candidate#entry}
 */
public record CandidateVerdict(String entry, Disposition disposition, String reasonCode, String rationale) {}
