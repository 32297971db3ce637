package org.stele.ledger.note;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stele.ledger.NotVerified;
import org.stele.ledger.StateHeads;
import org.stele.ledger.submitter.Roots;

/**
 * A Policy is the keys that an auditor trusts: those of logs, each for a range of sizes, and the witnesses whose
 * cosignatures a checkpoint needs in addition. It comes from the auditor and never from the evidence.
 *
 * <p>As a text it is a C2SP tlog-policy, with two additions: a log line may say {@code sizes=FROM-TO} after the key, and a
 * line {@code root STATE FINGERPRINT} names the root key of a State.
 */
public final class Policy {

    private final List<TrustedLog> logs;
    private final List<NoteKey> witnesses;
    private final Quorum quorum;
    private final Roots roots;
    private final GoodSignatures good = new GoodSignatures();

    /** A key that may sign checkpoints of these sizes, both ends included. */
    record TrustedLog(NoteKey key, long from, long to) {

        boolean covers(long size) {
            return from <= size && size <= to;
        }
    }

    Policy(List<TrustedLog> logs, List<NoteKey> witnesses, Quorum quorum, Roots roots) {
        this.roots = roots;
        this.logs = List.copyOf(logs);
        this.witnesses = List.copyOf(witnesses);
        this.quorum = quorum;
    }

    /** Trusts one key of one log at every size, and requires no witness. */
    public static Policy of(NoteKey logKey) {
        return PolicyParser.parse("log " + logKey + "\nquorum none\n");
    }

    public static Policy parse(byte[] text) {
        return PolicyParser.parse(Strict.text(text));
    }

    /** The root keys of States, by which signatures of submitters are checked. */
    public Roots roots() {
        return roots;
    }

    /** Whether a checkpoint without the quorum's cosignatures is refused. */
    public boolean asksForWitnesses() {
        return quorum.needed() > 0;
    }

    /** Verifies the signatures of a checkpoint; refused without that of a trusted log key for its size. */
    public Trusted check(SignedCheckpoint checkpoint) throws NotVerified {
        return check(checkpoint, checkpoint.checkpoint().origin(), checkpoint.size());
    }

    /**
     * The same for a checkpoint of a ledger's second log, which the keys of the first sign under its name.
     *
     * @param ledgerSize of the first log, which decides which key may sign
     */
    public Trusted checkStates(SignedCheckpoint checkpoint, String ledgerOrigin, long ledgerSize) throws NotVerified {
        String origin = ledgerOrigin + StateHeads.ORIGIN_SUFFIX;
        if (!checkpoint.checkpoint().origin().equals(origin)) {
            throw new NotVerified("Expected a checkpoint of %s, got one of %s"
                    .formatted(origin, Strict.shown(checkpoint.checkpoint().origin())));
        }
        return check(checkpoint, ledgerOrigin, ledgerSize);
    }

    private Trusted check(SignedCheckpoint checkpoint, String ledgerOrigin, long ledgerSize) throws NotVerified {
        List<TrustedLog> ofOrigin = logs.stream()
                .filter(log -> log.key().name().equals(ledgerOrigin))
                .toList();
        if (ofOrigin.isEmpty()) {
            throw new NotVerified("No trusted key is for the origin " + Strict.shown(ledgerOrigin));
        }
        List<NoteKey> signers = new ArrayList<>();
        List<Trusted.Witnessed> cosignatures = new ArrayList<>();
        Set<NoteKey> cosigners = new HashSet<>();
        for (NoteSignature signature : checkpoint.note().signatures()) {
            for (TrustedLog log : ofOrigin) {
                NoteKey key = log.key().named(checkpoint.checkpoint().origin());
                if (signedAt(key, checkpoint, signature).isPresent() && log.covers(ledgerSize)) {
                    signers.add(log.key());
                }
            }
            for (NoteKey witness : witnesses) {
                signedAt(witness, checkpoint, signature).ifPresent(at -> {
                    cosignatures.add(new Trusted.Witnessed(witness.name(), at));
                    cosigners.add(witness);
                });
            }
        }
        if (signers.isEmpty()) {
            throw new NotVerified("No trusted key signed the checkpoint of %s at size %s"
                    .formatted(Strict.shown(checkpoint.checkpoint().origin()), checkpoint.size()));
        }
        return new Trusted(checkpoint.checkpoint(), signers, cosignatures, quorum.isMetBy(cosigners));
    }

    /** Empty if the line names another key; if it names this one, the signature must be valid. */
    private Optional<Instant> signedAt(NoteKey key, SignedCheckpoint checkpoint, NoteSignature signature)
            throws NotVerified {
        if (!key.isNamedBy(signature)) {
            return Optional.empty();
        }
        Optional<Instant> at = good.verify(key, checkpoint.note().text(), signature);
        if (at.isEmpty()) {
            throw new NotVerified("The signature line of %s is not a signature of its key over this checkpoint"
                    .formatted(Strict.shown(signature.name())));
        }
        return at;
    }
}
