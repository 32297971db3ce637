package org.stele.eventstore.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.evidence.EvidenceUnavailable.Reason;
import org.stele.eventstore.log.LogReader;
import org.stele.eventstore.signing.CheckpointSigner;
import org.stele.eventstore.signing.TestSigning;
import org.stele.ledger.evidence.BundleBound;
import org.stele.ledger.evidence.BundleHeader.Completeness;

/** A bundle that its format cannot hold is refused before its first byte. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EvidenceLimitsTest {

    private static final int SIZE = 300;
    private static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    static Path home;

    private static CheckpointSigner signer;

    @BeforeAll
    static void a_signed_ledger() {
        signer = new TestSigning(home).start(DATABASE);
        try (TestLedger ledger = TestLedger.on(DATABASE)) {
            ledger.appendMany(SIZE);
            TestSigning.awaitSigned(DATABASE);
        }
    }

    @AfterAll
    static void stop() {
        signer.close();
    }

    @ParameterizedTest
    @EnumSource(Completeness.class)
    void of_a_State(Completeness completeness) throws IOException {
        requireRefusedBelow(new EvidenceRequest("RUS", SIZE, completeness, 0, (leaf, body) -> true));
    }

    @Test
    void of_the_ledger() throws IOException {
        requireRefusedBelow(new EvidenceRequest(null, SIZE, Completeness.LEAVES, 0, (leaf, body) -> true));
    }

    /** The limit lies between what the bundle has and a little more, since its bound is no less than it has. */
    private static void requireRefusedBelow(EvidenceRequest request) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        bundles(BundleBound::new).prepare(request).write(out);
        long bytes = out.size();
        assertThat(reason(request, () -> new BundleBound(10_000, bytes - 1)))
                .contains(String.format(Locale.ROOT, "at most %,d (ZIP without ZIP64)", bytes - 1));
        assertThat(reason(request, () -> new BundleBound(3, Long.MAX_VALUE)))
                .contains("members", "at most 3", "Ask for");
        bundles(() -> new BundleBound(10_000, bytes * 3 / 2 + 200_000)).prepare(request);
    }

    private static EvidenceBundles bundles(Supplier<BundleBound> bounds) {
        return new EvidenceBundles(new LogReader(DATABASE.projection()), TestLedger.STATE_TAG, bounds);
    }

    private static @Nullable String reason(EvidenceRequest request, Supplier<BundleBound> bounds) {
        EvidenceUnavailable refused = assertThatExceptionOfType(EvidenceUnavailable.class)
                .isThrownBy(() -> bundles(bounds).prepare(request))
                .actual();
        assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE);
        return refused.getMessage();
    }
}
