package org.stele.ledger.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.ledger.ConsistencyProof;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.NotVerified;
import org.stele.ledger.StateHeads;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.TlogProof;
import org.stele.ledger.sample.SampleBundle;
import org.stele.ledger.sample.SampleLedger;

/** A bundle is one sequence of bytes, and nothing else is a bundle. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BundleFormTest {

    private static final byte[] BUNDLE = sample(300, "RUS", Completeness.LEAVES);

    private static byte[] sample(int size, String state, Completeness completeness) {
        SampleLedger ledger = new SampleLedger(7, size);
        ledger.recordHeads();
        return new SampleBundle(ledger, state, completeness)
                .checkpoints(3L, 260L)
                .consistency(3L, 260L)
                .bytes();
    }

    @Test
    void the_same_ledger_gives_the_same_bytes() {
        assertThat(sample(300, "RUS", Completeness.LEAVES)).isEqualTo(BUNDLE);
    }

    @Test
    void everything_comes_back_in_order() throws Exception {
        Told told = new Told();
        BundleReader.read(new ByteArrayInputStream(BUNDLE), told);
        assertThat(told.words)
                .startsWith(
                        "begin 300", "checkpoint 3", "checkpoint 260", "consistency 3", "consistency 260", "heads 300")
                .endsWith("end");
        assertThat(told.counts.leaves()).isEqualTo(300);
        assertThat(told.counts.opened()).isEqualTo(told.counts.proofs()).isBetween(40L, 90L);
    }

    @Test
    void the_zip_tools_of_others_read_it_too() throws Exception {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(BUNDLE))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                zip.readAllBytes();
                names.add(entry.getName());
            }
        }
        assertThat(names)
                .startsWith("bundle.json", "checkpoint", "checkpoints/3")
                .contains("states/leaf", "openings/000", "entries/000", "entries/001")
                .endsWith("manifest.json");
    }

    @Test
    void a_bundle_cut_anywhere_is_refused() {
        for (int length = 0; length < BUNDLE.length; length += length < 300 || length > BUNDLE.length - 300 ? 1 : 499) {
            byte[] cut = Arrays.copyOf(BUNDLE, length);
            assertThatIllegalArgumentException().isThrownBy(() -> read(cut));
        }
        byte[] longer = Arrays.copyOf(BUNDLE, BUNDLE.length + 1);
        assertThatIllegalArgumentException().isThrownBy(() -> read(longer));
    }

    @Test
    void a_bundle_with_another_byte_anywhere_is_refused() {
        for (int at = 0; at < BUNDLE.length; at += at < 300 || at > BUNDLE.length - 300 ? 1 : 499) {
            byte[] changed = BUNDLE.clone();
            changed[at] ^= 1;
            assertThat(isRefused(changed)).as("byte %d", at).isTrue();
        }
    }

    @Test
    void a_header_has_one_spelling() {
        String json = new String(new BundleHeader("a.example/b", 9, "RUS", Completeness.HEADS).encode(), UTF_8);
        assertThat(json)
                .isEqualTo("{\"completeness\":\"heads\",\"format\":\"stele-evidence@v1\",\"origin\":\"a.example/b\","
                        + "\"size\":9,\"state\":\"RUS\"}");
        for (String other : List.of(
                json + "\n",
                json.replace("\"size\":9", "\"size\":9,\"size\":9"),
                json.replace("\"size\":9", "\"size\":9e0"),
                json.replace("\"size\":9", "\"size\":99999999999999999999"),
                json.replace("\"size\":9", "\"size\":0"),
                json.replace("\"RUS\"", "null"),
                json.replace("a.example", "a\\u002eexample"))) {
            assertThatIllegalArgumentException().as(other).isThrownBy(() -> BundleHeader.parse(other.getBytes(UTF_8)));
        }
    }

    private static boolean isRefused(byte[] bundle) {
        try {
            read(bundle);
            return false;
        } catch (IllegalArgumentException | DateTimeException e) {
            return true;
        }
    }

    private static void read(byte[] bundle) {
        try {
            BundleReader.read(new ByteArrayInputStream(bundle), new Told());
        } catch (IOException | NotVerified e) {
            throw new AssertionError(e);
        }
    }

    /** Keeps what it is told and finds nothing wrong. */
    private static final class Told implements BundleVisitor {

        private final List<String> words = new ArrayList<>();
        private BundleCounts counts = BundleCounts.NONE;

        @Override
        public void begin(BundleHeader header, SignedCheckpoint checkpoint) {
            words.add("begin " + header.size());
        }

        @Override
        public void checkpoint(SignedCheckpoint earlier) {
            words.add("checkpoint " + earlier.size());
        }

        @Override
        public void consistency(ConsistencyProof proof) {
            words.add("consistency " + proof.oldSize());
        }

        @Override
        public void stateHeads(StateHeads heads, TlogProof proof) {
            words.add("heads " + heads.size());
        }

        @Override
        public void disclosure(long position, Disclosure disclosure) {
            words.add("disclosure " + position);
        }

        @Override
        public void leaf(Leaf leaf, Hash leafHash) {
            words.add("leaf " + leaf.position());
        }

        @Override
        public void eventLeaf(Leaf leaf, Hash leafHash) {
            words.add("event " + leaf.position());
        }

        @Override
        public void proof(TlogProof proof) {
            words.add("proof " + proof.leafIndex());
        }

        @Override
        public void submitters(byte[] keys, byte[] signatures) {
            words.add("submitters");
        }

        @Override
        public void end(BundleCounts all) {
            words.add("end");
            counts = all;
        }
    }
}
