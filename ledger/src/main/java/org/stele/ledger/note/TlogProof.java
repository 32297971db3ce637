package org.stele.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Hash;
import org.stele.ledger.InclusionProof;

/**
 * A TlogProof is the proof file of one entry: its index, the path to the root, and a checkpoint with that root (C2SP
 * tlog-proof). The entry itself is not included.
 *
 * @param extra unauthenticated text; null without one
 */
public record TlogProof(long leafIndex, List<Hash> hashes, SignedCheckpoint checkpoint, byte @Nullable [] extra) {

    /** A body of 1 MiB, twice in base64, and a proof. */
    public static final int MAX_OF_EVENT_BYTES = 1 << 22;

    private static final String HEADER = "c2sp.org/tlog-proof@v1";

    public TlogProof {
        hashes = List.copyOf(hashes);
        if (leafIndex < 0 || leafIndex >= checkpoint.size()) {
            throw new IllegalArgumentException(
                    "A tree of %s leaves has no leaf %s".formatted(checkpoint.size(), leafIndex));
        }
    }

    public TlogProof(InclusionProof path, SignedCheckpoint checkpoint) {
        this(path.leafIndex(), path.hashes(), checkpoint, null);
        if (path.treeSize() != checkpoint.size()) {
            throw new IllegalArgumentException("The path is for another size than the checkpoint");
        }
    }

    public InclusionProof inclusion() {
        return new InclusionProof(leafIndex, checkpoint.size(), hashes);
    }

    /** The same proof with this text beside it. */
    public TlogProof with(byte[] text) {
        return new TlogProof(leafIndex, hashes, checkpoint, text);
    }

    public byte[] encode() {
        StringBuilder head = new StringBuilder(HEADER).append('\n');
        if (extra != null) {
            head.append("extra ").append(Strict.base64(extra)).append('\n');
        }
        head.append("index ").append(leafIndex).append('\n');
        HashLines.append(head, hashes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.toString().getBytes(UTF_8));
        out.writeBytes(checkpoint.encode());
        return out.toByteArray();
    }

    /** A proof of at most 147,456 bytes. */
    public static TlogProof parse(byte[] bytes) {
        return parse(new HashLines(bytes));
    }

    /** The file of an event: a proof with the event's leaf, and maybe its opening, in {@code extra}; at most 4 MiB. */
    public static TlogProof parseOfEvent(byte[] bytes) {
        return parse(new HashLines(bytes, MAX_OF_EVENT_BYTES));
    }

    private static TlogProof parse(HashLines lines) {
        String header = lines.line();
        if (!header.equals(HEADER)) {
            throw new IllegalArgumentException("Expected '" + HEADER + "', got " + Strict.shown(header));
        }
        String line = lines.line();
        byte[] extra = null;
        if (line.startsWith("extra ")) {
            extra = Strict.base64(lines.after("extra", line));
            line = lines.line();
        }
        long leafIndex = Strict.decimal(lines.after("index", line));
        List<Hash> hashes = lines.hashes();
        return new TlogProof(leafIndex, hashes, SignedCheckpoint.parse(lines.rest()), extra);
    }
}
