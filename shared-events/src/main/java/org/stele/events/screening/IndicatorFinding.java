package org.stele.events.screening;

/**
 * An indicator of an IT worker that was seen. It decides nothing.
 *
 * @param code such as {@code ITW-ID-01}
 * @param evidence what was seen, in words
 */
public record IndicatorFinding(String code, String evidence) {}
