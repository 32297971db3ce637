package org.stele.eventstore.home;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.stele.ledger.Hash;
import org.stele.ledger.StateHeads;
import org.stele.ledger.evidence.BundleHeader;
import org.stele.ledger.note.Checkpoint;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.note.NoteSignature;
import org.stele.ledger.note.NoteSigner;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.SignedNote;

/**
 * A SigningKeys is the private keys that sign the checkpoints of one ledger: one, or two while the first is replaced by
 * the second. Safe for several threads.
 */
public final class SigningKeys {

    /** The suffix of the ledger's origin in the name under which its chain is sealed. */
    private static final String CHAIN_SUFFIX = "/chain";

    private final String origin;
    private final List<NoteSigner> signers;

    private SigningKeys(String origin, List<NoteSigner> signers) {
        this.origin = origin;
        this.signers = List.copyOf(signers);
    }

    /**
     * Reads the keys; the first one is made if it does not exist.
     *
     * @param origin the permanent name of the ledger: visible ASCII without plus, quotes and backslash
     * @param next keys that sign beside the first; they must exist
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
        return new SignedCheckpoint(checkpoint, sign(name, checkpoint.text()));
    }

    SignedNote sign(Pins pins) {
        return sign(origin + Pins.SUFFIX, pins.text());
    }

    /** Seals the chain at a row: a note of its number and its hash. */
    public SignedNote seal(long number, Hash hash) {
        String name = origin + CHAIN_SUFFIX;
        return sign(name, new Checkpoint(name, number, hash).text());
    }

    /** Whether one of these keys of the ledger sealed exactly this row. */
    public static boolean isSeal(byte[] seal, long number, Hash hash, Collection<NoteKey> keys) {
        SignedNote note = SignedNote.parse(seal);
        return keys.stream().anyMatch(key -> {
            String name = key.name() + CHAIN_SUFFIX;
            return note.text().equals(new Checkpoint(name, number, hash).text())
                    && isSignedBy(note, name, List.of(key));
        });
    }

    private SignedNote sign(String name, String text) {
        SignedNote note = signers.getFirst().named(name).sign(text);
        List<NoteSignature> more = signers.stream()
                .skip(1)
                .flatMap(signer -> signer.named(name).sign(text).signatures().stream())
                .toList();
        return more.isEmpty() ? note : note.with(more);
    }

    /** Whether one of the keys signed a note under another name. */
    static boolean isSignedBy(SignedNote note, String name, Collection<NoteKey> keys) {
        return keys.stream()
                .map(key -> key.named(name))
                .anyMatch(key -> note.signatures().stream().anyMatch(line -> key.verifies(note.text(), line)));
    }

    /** Whether one of these keys signed a checkpoint, of any size. */
    public static boolean isSignedBy(SignedCheckpoint checkpoint, Collection<NoteKey> keys) {
        return isSignedBy(checkpoint.note(), checkpoint.checkpoint().origin(), keys);
    }
}
