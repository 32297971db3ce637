package org.stele.query.projection.rows;

/**
 * What shows that a row was written by somebody with the key.
 *
 * @param mac stored with the row
 * @param high with {@code low} a secret number that the row adds to the sum of its State; it is stored nowhere
 */
public record Seal(byte[] mac, long high, long low) {}
