package org.stele.verifier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.EntryBundle;
import org.stele.ledger.NotVerified;
import org.stele.ledger.evidence.BundleReader;
import org.stele.ledger.evidence.BundleSurgery;
import org.stele.ledger.note.Policy;
import org.stele.ledger.note.SignedCheckpoint;

/** What tests share that forge bundles: changing the leaves in a member, and asking the verifier. */
final class Forger {

    private Forger() {}

    /** Why the bundle is not verified; empty if it is. */
    static String reason(byte[] bundle, Policy policy, @Nullable SignedCheckpoint since) {
        try {
            BundleReader.read(
                    new ByteArrayInputStream(bundle), new BundleCheck(policy, since, EventSink.NONE, Progress.SILENT));
            return "";
        } catch (NotVerified | IllegalArgumentException | DateTimeException e) {
            return String.valueOf(e.getMessage());
        } catch (IOException e) {
            throw new AssertionError("Bytes in memory can be read", e);
        }
    }

    /** Changes the leaves in one member of entries. */
    static void entries(BundleSurgery surgery, String name, UnaryOperator<List<byte[]>> change) {
        surgery.replace(name, bytes -> EntryBundle.encode(change.apply(new ArrayList<>(EntryBundle.parse(bytes)))));
    }

    /** A member of openings without the record at an index; the records are openings of bodies. */
    static byte[] withoutRecord(byte[] openings, int dropped) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        for (int index = 0; at < openings.length; index++) {
            int length = 9 + 16 + 4 + ByteBuffer.wrap(openings).getInt(at + 25);
            if (index != dropped) {
                out.write(openings, at, length);
            }
            at += length;
        }
        return out.toByteArray();
    }
}
