package org.stele.command.custody;

import java.util.Optional;
import java.util.Set;
import org.stele.command.entry.Rejected;
import org.stele.events.Sha256Digest;
import org.stele.eventstore.damage.RemovableBody;

/** The rules for a proposal to remove a body and for its confirmation. */
public final class RedactionRules {

    /**
     * What later checks rest on: decisions about the ledger itself, the versions of lists, and who may act and sign. A withdrawal or
     * revocation whose body is gone would let in again whom it shut out.
     */
    private static final Set<String> KEPT = Set.of("custody.", "access.", "screening.ListVersion");

    private RedactionRules() {}

    /** The event at the position, if its body can be removed and was not. */
    public static RemovableBody require(long position, Optional<RemovableBody> found) {
        RemovableBody event =
                found.orElseThrow(() -> Rejected.notFound("No event is recorded at position %s.".formatted(position)));
        if (event.isRemoved()) {
            throw Rejected.lifecycle("event-already-redacted", "The body of event " + position + " was removed.");
        }
        if (event.type().isEmpty()) {
            throw Rejected.rule(
                    "event-not-redactable",
                    "The event is damaged: repair it, or have two persons accept the damage (docs/operating/audit.md).");
        }
        if (KEPT.stream().anyMatch(event.type()::startsWith)) {
            throw Rejected.rule(
                    "event-not-redactable",
                    "What was decided about the ledger itself, versions of lists, and who may act are kept: "
                            + event.type() + ".");
        }
        return event;
    }

    public static Sha256Digest leafHash(RemovableBody event) {
        return new Sha256Digest(event.leafHash().hex());
    }
}
