package org.stele.ledger.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.stele.ledger.ConsistencyProof;
import org.stele.ledger.EntryBundle;
import org.stele.ledger.StateHeads;
import org.stele.ledger.Tile;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.TlogProof;

/**
 * A BundleWriter writes an evidence bundle in one pass; it holds at most 256 leaves and 2 MiB of openings. Its methods
 * must be called in the order of their declaration, and the same calls give the same bytes.
 *
 * <p>It checks the form only; the verifier checks the content.
 */
public final class BundleWriter {

    private final OutputStream out;
    private final ZipLayout layout = new ZipLayout();
    private final Manifest manifest = new Manifest();
    private final List<byte[]> leaves = new ArrayList<>(Tile.WIDTH);
    private final ByteArrayOutputStream openings = new ByteArrayOutputStream();
    private BundleCounts counts = BundleCounts.NONE;
    private long openingsMembers;
    private long entriesMembers;

    public BundleWriter(OutputStream out, BundleHeader header, SignedCheckpoint checkpoint) throws IOException {
        this.out = out;
        member(Names.HEADER, header.encode());
        member(Names.CHECKPOINT, checkpoint.encode());
    }

    /** An earlier checkpoint with its cosignatures, which brackets events in time; sizes ascend. */
    public BundleWriter checkpoint(SignedCheckpoint earlier) throws IOException {
        member(Names.CHECKPOINTS + earlier.size(), earlier.encode());
        return this;
    }

    /** The proof that the ledger grew from an earlier size to the bundle's; sizes ascend. */
    public BundleWriter consistency(ConsistencyProof proof) throws IOException {
        member(Names.CONSISTENCY + proof.oldSize(), ConsistencyText.encode(proof.hashes()));
        return this;
    }

    /** The State heads of at most the bundle's size, and the proof of their leaf in the second log. */
    public BundleWriter stateHeads(StateHeads heads, TlogProof proof) throws IOException {
        member(Names.STATES_LEAF, heads.encode());
        member(Names.STATES_PROOF, proof.encode());
        return this;
    }

    /** A leaf that the bundle is not about: it serves to rebuild the root. */
    public BundleWriter leaf(byte[] leaf) throws IOException {
        counts = counts.withLeaf();
        leaves.add(leaf);
        if (leaves.size() == Tile.WIDTH) {
            flush();
        }
        return this;
    }

    /** A leaf that the bundle is about, and the disclosure of its event. Positions ascend. */
    public BundleWriter event(long position, byte[] leaf, Disclosure disclosure) throws IOException {
        counts = counts.with(disclosure);
        Records.append(openings, position, disclosure);
        if (openings.size() >= Records.FULL_BYTES) {
            flushOpenings();
        }
        return leaf(leaf);
    }

    /** The proof of one event under the bundle's checkpoint: of all events of one State, or of none. */
    public BundleWriter proof(TlogProof proof) throws IOException {
        flush();
        counts = counts.withProof();
        member(Names.proof(proof.leafIndex() + 1), proof.encode());
        return this;
    }

    /** The lists of what submitters signed (docs/spec/submitters.md, section 11). */
    public BundleWriter submitters(byte[] keys, byte[] signatures) throws IOException {
        flush();
        member(Names.SUBMITTERS_KEYS, keys);
        member(Names.SUBMITTERS_SIGNATURES, signatures);
        return this;
    }

    /** Ends the bundle. The stream is flushed and left open. */
    public BundleCounts finish() throws IOException {
        flush();
        write(new ZipMember(Manifest.NAME, manifest.encode(counts)));
        out.write(layout.end());
        out.flush();
        return counts;
    }

    private void flush() throws IOException {
        flushOpenings();
        if (!leaves.isEmpty()) {
            member(Names.entries(entriesMembers++), EntryBundle.encode(leaves));
            leaves.clear();
        }
    }

    private void flushOpenings() throws IOException {
        if (openings.size() > 0) {
            member(Names.openings(openingsMembers++), openings.toByteArray());
            openings.reset();
        }
    }

    private void member(String name, byte[] bytes) throws IOException {
        ZipMember member = new ZipMember(name, bytes);
        manifest.add(member);
        write(member);
    }

    private void write(ZipMember member) throws IOException {
        out.write(layout.add(member.name(), member.crc(), member.bytes().length));
        out.write(member.bytes());
    }
}
