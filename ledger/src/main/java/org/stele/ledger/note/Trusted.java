package org.stele.ledger.note;

import java.time.Instant;
import java.util.List;
import org.stele.ledger.NotVerified;

/**
 * A Trusted is a checkpoint with a {@link Policy}'s findings about it.
 *
 * @param signers the log keys that signed, at least one
 * @param cosignatures of the policy's witnesses
 * @param witnessed whether they meet the policy's quorum
 */
public record Trusted(Checkpoint checkpoint, List<NoteKey> signers, List<Witnessed> cosignatures, boolean witnessed) {

    /** When a witness knew no larger tree than this. */
    public record Witnessed(String name, Instant at) {}

    public Trusted {
        signers = List.copyOf(signers);
        cosignatures = List.copyOf(cosignatures);
    }

    public Trusted requireWitnessed() throws NotVerified {
        if (!witnessed) {
            throw new NotVerified("The checkpoint at size %s has cosignatures of %s; the policy's quorum asks for more"
                    .formatted(
                            checkpoint.size(),
                            cosignatures.isEmpty()
                                    ? "no known witness"
                                    : cosignatures.stream()
                                            .map(Witnessed::name)
                                            .distinct()
                                            .toList()));
        }
        return this;
    }
}
