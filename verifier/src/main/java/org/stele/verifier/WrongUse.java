package org.stele.verifier;

/**
 * What was asked is no question about evidence: something is missing, or is of another kind. The message says what was
 * expected, what came and what to do. It is never a verdict.
 */
final class WrongUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongUse(String message) {
        super(message);
    }
}
