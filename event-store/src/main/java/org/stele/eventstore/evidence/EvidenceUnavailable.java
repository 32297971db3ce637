package org.stele.eventstore.evidence;

/** EvidenceUnavailable says why a bundle cannot be made. */
public final class EvidenceUnavailable extends RuntimeException {

    /** The kinds of reasons. */
    public enum Reason {
        /** No checkpoint was signed at this size. */
        NO_CHECKPOINT,
        /** There is no event to give evidence of. */
        NO_EVENT,
        /** It exceeds a limit of the format. */
        TOO_LARGE,
        /** State heads are not recorded yet; the same request may be repeated. */
        NO_STATE_HEADS
    }

    private final Reason reason;

    EvidenceUnavailable(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
