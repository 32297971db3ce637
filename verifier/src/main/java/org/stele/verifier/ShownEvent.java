package org.stele.verifier;

import org.jspecify.annotations.Nullable;
import org.stele.ledger.Commitment;
import org.stele.ledger.Hash;
import org.stele.ledger.evidence.Disclosure;
import org.stele.ledger.submitter.SubmitterClaim;

/**
 * A ShownEvent is what a bundle shows of an event whose leaf has not been read yet, without its body.
 *
 * @param commitment null of an event that is not opened, like the claim
 * @param state in the tags of the body; null also where it is about none
 */
record ShownEvent(
        EventSink.Shown shown,
        @Nullable Hash commitment,
        @Nullable String state,
        @Nullable SubmitterClaim claim) {

    static ShownEvent of(Disclosure disclosure) {
        if (disclosure instanceof Disclosure.Opened opened) {
            BodyFacts body = BodyFacts.parse(opened.body());
            return new ShownEvent(
                    new EventSink.Shown("opened", body.type()),
                    Commitment.of(opened.salt(), opened.body()),
                    body.state(),
                    SubmitterClaim.of(opened.body()));
        }
        return new ShownEvent(
                disclosure instanceof Disclosure.Redacted redacted
                        ? new EventSink.Shown("redacted", "by " + redacted.byPosition())
                        : new EventSink.Shown("withheld", ""),
                null,
                null,
                null);
    }
}
