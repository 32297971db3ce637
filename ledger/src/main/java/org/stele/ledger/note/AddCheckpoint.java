package org.stele.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.stele.ledger.ConsistencyProof;
import org.stele.ledger.Hash;

/**
 * An AddCheckpoint is a log's request to a witness: a checkpoint to cosign, and the proof that it extends the last one
 * that the witness cosigned (C2SP tlog-witness).
 */
public record AddCheckpoint(long oldSize, List<Hash> hashes, SignedCheckpoint checkpoint) {

    public AddCheckpoint {
        hashes = List.copyOf(hashes);
    }

    public ConsistencyProof consistency() {
        return new ConsistencyProof(oldSize, checkpoint.size(), hashes);
    }

    public byte[] encode() {
        StringBuilder head = new StringBuilder("old ").append(oldSize).append('\n');
        HashLines.append(head, hashes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.toString().getBytes(UTF_8));
        out.writeBytes(checkpoint.encode());
        return out.toByteArray();
    }

    public static AddCheckpoint parse(byte[] bytes) {
        HashLines lines = new HashLines(bytes);
        long oldSize = Strict.decimal(lines.after("old", lines.line()));
        List<Hash> hashes = lines.hashes();
        return new AddCheckpoint(oldSize, hashes, SignedCheckpoint.parse(lines.rest()));
    }
}
