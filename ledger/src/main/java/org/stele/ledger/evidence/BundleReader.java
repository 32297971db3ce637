package org.stele.ledger.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.ConsistencyProof;
import org.stele.ledger.EntryBundle;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.NotVerified;
import org.stele.ledger.StateHeads;
import org.stele.ledger.Tile;
import org.stele.ledger.TreeHash;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.TlogProof;

/**
 * A BundleReader reads an evidence bundle in one pass and refuses everything that {@link BundleWriter} would not have
 * written. It holds one member at a time.
 *
 * <p>An {@link IllegalArgumentException} or a {@link java.time.DateTimeException} says what is wrong with the form.
 */
public final class BundleReader {

    private final ZipReader zip;
    private final BundleVisitor visitor;
    private final Manifest manifest = new Manifest();
    /** Positions of disclosures whose leaves have not been read yet. */
    private final Queue<Long> pending = new ArrayDeque<>(Tile.WIDTH);

    private @Nullable ZipMember member;
    private BundleCounts counts = BundleCounts.NONE;
    private boolean lastOpeningsFull = true;
    private long openingsMembers;

    private BundleReader(InputStream in, BundleVisitor visitor) {
        this.zip = new ZipReader(in);
        this.visitor = visitor;
    }

    /** Reads the whole stream; it is left open. */
    public static void read(InputStream in, BundleVisitor visitor) throws IOException, NotVerified {
        new BundleReader(in, visitor).read();
    }

    private void read() throws IOException, NotVerified {
        member = zip.next().orElseThrow(() -> new IllegalArgumentException("The ZIP file has no member"));
        BundleHeader header = BundleHeader.parse(take(Names.HEADER));
        SignedCheckpoint checkpoint = SignedCheckpoint.parse(take(Names.CHECKPOINT));
        visitor.begin(header, checkpoint);
        checkpoints(header);
        consistency(header);
        if (at(Names.STATES_LEAF)) {
            visitor.stateHeads(StateHeads.parse(take(Names.STATES_LEAF)), TlogProof.parse(take(Names.STATES_PROOF)));
        }
        entries(header);
        proofs();
        if (at(Names.SUBMITTERS_KEYS)) {
            visitor.submitters(take(Names.SUBMITTERS_KEYS), take(Names.SUBMITTERS_SIGNATURES));
        }
        end();
    }

    private void checkpoints(BundleHeader header) throws IOException, NotVerified {
        long before = 0;
        while (at(Names.CHECKPOINTS)) {
            String name = current().name();
            SignedCheckpoint earlier = SignedCheckpoint.parse(take(name));
            before = ascending(before, earlier.size(), header.size());
            requireName(name, Names.CHECKPOINTS + before);
            visitor.checkpoint(earlier);
        }
    }

    private void consistency(BundleHeader header) throws IOException, NotVerified {
        long before = 0;
        while (at(Names.CONSISTENCY)) {
            String name = current().name();
            String size = name.substring(Names.CONSISTENCY.length());
            if (!size.matches("[1-9][0-9]{0,15}")) {
                throw new IllegalArgumentException("No member of a bundle is named " + name);
            }
            before = ascending(before, Long.parseLong(size), header.size());
            visitor.consistency(new ConsistencyProof(before, header.size(), ConsistencyText.parse(take(name))));
        }
    }

    private static long ascending(long before, long size, long end) {
        if (size <= before || size >= end) {
            throw new IllegalArgumentException(
                    "Earlier sizes ascend up to below %s: %s came after %s".formatted(end, size, before));
        }
        return size;
    }

    private void entries(BundleHeader header) throws IOException, NotVerified {
        int width = Tile.WIDTH;
        for (long index = 0; at(Names.OPENINGS) || at(Names.ENTRIES); index++) {
            if (width != Tile.WIDTH) {
                throw new IllegalArgumentException("Every member of entries but the last has 256 of them");
            }
            openings();
            width = leaves(header, take(Names.entries(index)));
            if (!pending.isEmpty()) {
                throw new IllegalArgumentException(
                        "The opening of position %s is of no leaf below it".formatted(pending.element()));
            }
        }
    }

    private void openings() throws IOException, NotVerified {
        lastOpeningsFull = true;
        while (at(Names.OPENINGS)) {
            byte[] bytes = take(Names.openings(openingsMembers++));
            if (!lastOpeningsFull) {
                throw new IllegalArgumentException("Every member of openings but the last before its leaves has 1 MiB");
            }
            lastOpeningsFull = bytes.length >= Records.FULL_BYTES;
            for (Records.Positioned record : Records.parse(bytes)) {
                if (pending.size() == Tile.WIDTH) {
                    throw new IllegalArgumentException("More openings than the 256 leaves below them");
                }
                counts = counts.with(record.disclosure());
                pending.add(record.position());
                visitor.disclosure(record.position(), record.disclosure());
            }
        }
    }

    private int leaves(BundleHeader header, byte[] bytes) throws NotVerified {
        int width = 0;
        for (byte[] data : EntryBundle.parse(bytes)) {
            Leaf leaf = Leaf.parse(data);
            Hash leafHash = TreeHash.leaf(data);
            counts = counts.withLeaf();
            if (header.state() == null || header.state().equals(leaf.state())) {
                requireDisclosed(leaf.position());
                visitor.eventLeaf(leaf, leafHash);
            } else if (header.completeness() == Completeness.LEAVES) {
                visitor.leaf(leaf, leafHash);
            } else {
                throw new IllegalArgumentException(
                        "The leaf of position %s is not of the bundle's State".formatted(leaf.position()));
            }
            width++;
        }
        return width;
    }

    private void requireDisclosed(long position) {
        Long disclosed = pending.poll();
        if (disclosed == null || disclosed != position) {
            throw new IllegalArgumentException(
                    "The event at position %s is neither opened nor listed as withheld or redacted"
                            .formatted(position));
        }
    }

    private void proofs() throws IOException, NotVerified {
        long before = -1;
        while (at(Names.PROOFS)) {
            String name = current().name();
            TlogProof proof = TlogProof.parse(take(name));
            requireName(name, Names.proof(proof.leafIndex() + 1));
            if (proof.leafIndex() <= before) {
                throw new IllegalArgumentException("The proofs are not in the order of their positions at " + name);
            }
            before = proof.leafIndex();
            counts = counts.withProof();
            visitor.proof(proof);
        }
    }

    private void end() throws IOException, NotVerified {
        ZipMember last = current();
        if (!last.name().equals(Manifest.NAME)) {
            throw new IllegalArgumentException("The member " + last.name() + " has no place there");
        }
        if (!Arrays.equals(last.bytes(), manifest.encode(counts))) {
            throw new IllegalArgumentException("manifest.json is not the canonical manifest of the members before it");
        }
        if (zip.next().isPresent()) {
            throw new IllegalArgumentException("A member follows the manifest");
        }
        visitor.end(counts);
    }

    private static void requireName(String name, String expected) {
        if (!name.equals(expected)) {
            throw new IllegalArgumentException("The member " + name + " should be named " + expected);
        }
    }

    private ZipMember current() {
        if (member == null) {
            throw new IllegalArgumentException("The bundle ends without a manifest");
        }
        return member;
    }

    private boolean at(String prefix) {
        return current().name().startsWith(prefix);
    }

    /** The bytes of the expected member; the one after it is read ahead. */
    private byte[] take(String name) throws IOException {
        ZipMember taken = current();
        if (!taken.name().equals(name)) {
            throw new IllegalArgumentException(
                    "Expected the member " + name + " of the bundle, got " + taken.name() + ZipLayout.REPACKED);
        }
        manifest.add(taken);
        Optional<ZipMember> next = zip.next();
        member = next.orElse(null);
        return taken.bytes();
    }
}
