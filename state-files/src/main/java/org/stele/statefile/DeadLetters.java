package org.stele.statefile;

/**
 * The events of one State that are held back, because the first of them cannot be folded.
 *
 * @param from the position of the first
 * @param cause why that one cannot be folded
 * @param count how many there are, that one included
 * @param last the position of the last
 */
public record DeadLetters(long from, String cause, long count, long last) {

    /** The same, with one more behind the others. */
    public DeadLetters with(long position) {
        return new DeadLetters(from, cause, count + 1, position);
    }
}
