package org.stele.verifier;

/**
 * The command line asks no question about evidence: something is missing, or of another kind. The message says what was
 * expected, what came and what to do. It is never a verdict.
 */
final class WrongUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongUse(String message) {
        super(message);
    }
}
