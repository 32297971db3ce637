package org.stele.eventstore.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.fsck.Fsck;
import org.stele.eventstore.fsck.FsckReport;
import org.stele.eventstore.fsck.Pinned;
import org.stele.eventstore.signing.SigningStatus.Phase;

/** A database with a signed ledger, and the home that its signer used. */
abstract class SignedLedger {

    @TempDir
    Path home;

    final TestDatabase database = TestDatabase.create();

    TestSigning signed(int events) {
        TestSigning signing = new TestSigning(home.resolve("first"));
        try (TestLedger ledger = TestLedger.on(database);
                CheckpointSigner signer = signing.start(database, signing.keys("key"), Duration.ZERO)) {
            TestSigning.await(() -> signer.status().phase() == Phase.SIGNING);
            ledger.appendMany(events);
            TestSigning.awaitSigned(database);
            TestSigning.await(() -> TestSigning.headsSize(database) == events);
            TestSigning.await(() -> signer.status().size() == events);
        }
        return signing;
    }

    void requireGoesOn(TestSigning signing) throws Exception {
        try (TestLedger ledger = TestLedger.on(database);
                CheckpointSigner signer = signing.startWithoutWord(
                        database, signing.settings(signing.keys("key"), Duration.ZERO), ledger.gate())) {
            TestSigning.await(() -> signer.status().phase() == Phase.SIGNING);
            ledger.appendMany(5);
            long size = TestSigning.awaitSigned(database).size();
            TestSigning.await(() -> TestSigning.headsSize(database) == size);
            TestSigning.await(() -> signer.status().size() == size);
        }
        FsckReport report =
                new Fsck(database.projection(), TestLedger.STATE_TAG).run(Pinned.in(signing.home()), position -> {});
        assertThat(report.firstWrong()).isNull();
    }
}
