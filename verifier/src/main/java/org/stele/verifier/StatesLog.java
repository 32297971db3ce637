package org.stele.verifier;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Hash;
import org.stele.ledger.LeafSequence;
import org.stele.ledger.NotVerified;
import org.stele.ledger.StateHeads;
import org.stele.ledger.TreeHash;
import org.stele.ledger.note.Policy;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.SignedNote;

/**
 * The second log, read together with the first: its statement about a size is compared when the first has reached that
 * size.
 */
final class StatesLog {

    private static final String PREFIX = "states/";

    private final SignedCheckpoint checkpoint;
    private final LogEntries entries;
    private @Nullable StateHeads next;
    private @Nullable StateHeads last;

    private StatesLog(SignedCheckpoint checkpoint, LogEntries entries) {
        this.checkpoint = checkpoint;
        this.entries = entries;
    }

    /** The second log of this one; empty if none is served. */
    static Optional<StatesLog> beside(LogSource source) throws IOException {
        Optional<byte[]> note = source.find(PREFIX + "checkpoint", SignedNote.MAX_BYTES);
        return note.map(SignedCheckpoint::parse)
                .map(checkpoint -> new StatesLog(checkpoint, new LogEntries(source, PREFIX, checkpoint.size())));
    }

    /** Called when the first log has reached a size, with its root and State chains. */
    void at(LogEntries ledger, LeafSequence chains) throws IOException, NotVerified {
        advance();
        while (next != null && next.size() <= ledger.size()) {
            Hash root = next.size() == 0 ? TreeHash.EMPTY_ROOT : ledger.root();
            boolean same =
                    next.size() == 0 ? next.heads().isEmpty() : next.heads().equals(chains.heads());
            if (!next.root().equals(root) || !same) {
                throw new NotVerified("The State heads at size %s contradict the ledger".formatted(next.size()));
            }
            last = next;
            next = null;
            advance();
        }
    }

    private void advance() throws IOException, NotVerified {
        if (next == null && entries.hasNext()) {
            StateHeads heads = StateHeads.parse(entries.next());
            if (last != null) {
                heads.requireGrownFrom(last);
            }
            next = heads;
        }
    }

    /** Called at the end of the first log. */
    long end(Policy policy, String origin) throws IOException, NotVerified {
        if (next != null) {
            throw new NotVerified(
                    "The State heads speak of size %s, which the ledger does not have".formatted(next.size()));
        }
        entries.requireRoot(checkpoint.checkpoint().root());
        policy.checkStates(checkpoint, origin, last == null ? 0 : last.size()).requireWitnessed();
        return entries.size();
    }
}
