package org.stele.query.projection.rows;

/**
 * The proof that a row was written with the key.
 *
 * @param mac stored with the row
 * @param high with {@code low} a secret number that the row adds to the sum of its State; it is stored nowhere
 */
public record Seal(byte[] mac, long high, long low) {}
