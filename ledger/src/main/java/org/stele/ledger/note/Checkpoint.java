package org.stele.ledger.note;

import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.TreeHash;

/**
 * A Checkpoint is a log's statement about its tree at one moment: origin, size and root (C2SP tlog-checkpoint). Stele's
 * checkpoints have no extension lines, and their origin is a name.
 */
public record Checkpoint(String origin, long size, Hash root) {

    public Checkpoint {
        Strict.name(origin);
        if (size < 0 || size > Leaf.MAX_NUMBER) {
            throw new IllegalArgumentException("A checkpoint's size is out of range: " + size);
        }
        if (size == 0 && !root.equals(TreeHash.EMPTY_ROOT)) {
            throw new IllegalArgumentException("The root of an empty tree is SHA-256 of nothing");
        }
    }

    /** The signed text: three lines. */
    public String text() {
        return origin + "\n" + size + "\n" + Strict.base64(root) + "\n";
    }

    public static Checkpoint parse(String text) {
        if (text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("A checkpoint's lines end with a newline alone");
        }
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty()) {
            throw new IllegalArgumentException("A checkpoint has three lines: origin, size and root");
        }
        return new Checkpoint(lines[0], Strict.decimal(lines[1]), Strict.hash(lines[2]));
    }
}
