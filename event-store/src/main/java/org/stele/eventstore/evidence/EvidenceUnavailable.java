package org.stele.eventstore.evidence;

/** EvidenceUnavailable says why a bundle cannot be made. */
public final class EvidenceUnavailable extends RuntimeException {

    /** What kind of reason it is. */
    public enum Reason {
        /** No checkpoint was signed at this size. */
        NO_CHECKPOINT,
        /** There is no event to give evidence of. */
        NO_EVENT,
        /** More than a bundle of this form can hold. */
        TOO_LARGE,
        /** State heads have not been recorded; the same request may be repeated. */
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
