package org.stele.eventstore.signing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.stele.ledger.StateHeads;
import org.stele.ledger.evidence.BundleHeader;
import org.stele.ledger.note.Checkpoint;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.note.NoteSignature;
import org.stele.ledger.note.NoteSigner;
import org.stele.ledger.note.SignedCheckpoint;

/**
 * SigningKeys are the private keys that sign the checkpoints of one ledger: one, or two while the first is replaced by the
 * second. Safe for several threads.
 */
public final class SigningKeys {

    private final String origin;
    private final List<NoteSigner> signers;

    private SigningKeys(String origin, List<NoteSigner> signers) {
        this.origin = origin;
        this.signers = List.copyOf(signers);
    }

    /**
     * Reads the keys; the first one is made where there is none yet.
     *
     * @param origin the name of the ledger, for ever: visible ASCII without plus, quotes and backslash
     * @param next keys that sign beside the first; they must be there
     */
    public static SigningKeys open(String origin, KeyFile first, List<KeyFile> next) throws IOException {
        requireOrigin(origin);
        first.createIfMissing();
        List<NoteSigner> signers = new ArrayList<>();
        signers.add(first.read(origin));
        for (KeyFile file : next) {
            NoteSigner signer = file.read(origin);
            if (signers.stream().anyMatch(known -> known.key().equals(signer.key()))) {
                throw new IOException("%s holds the same key as another file".formatted(file));
            }
            signers.add(signer);
        }
        return new SigningKeys(origin, signers);
    }

    private static void requireOrigin(String origin) throws IOException {
        try {
            new BundleHeader(origin, 1, null, BundleHeader.Completeness.LEAVES);
        } catch (IllegalArgumentException e) {
            throw new IOException("The origin '%s' cannot name a ledger: %s".formatted(origin, e.getMessage()), e);
        }
    }

    public String origin() {
        return origin;
    }

    /** The verifier keys, the first one first. */
    public List<NoteKey> verifierKeys() {
        return signers.stream().map(NoteSigner::key).toList();
    }

    /** Signs a checkpoint of the ledger or of its second log, with every key. */
    public SignedCheckpoint sign(Checkpoint checkpoint) {
        String name = checkpoint.origin();
        if (!name.equals(origin) && !name.equals(origin + StateHeads.ORIGIN_SUFFIX)) {
            throw new IllegalArgumentException("These keys sign for %s, not for %s".formatted(origin, name));
        }
        SignedCheckpoint signed = SignedCheckpoint.sign(signers.getFirst().named(name), checkpoint);
        List<NoteSignature> more = signers.stream()
                .skip(1)
                .flatMap(signer -> signer.named(name).sign(checkpoint.text()).signatures().stream())
                .toList();
        return more.isEmpty() ? signed : signed.with(more);
    }
}
