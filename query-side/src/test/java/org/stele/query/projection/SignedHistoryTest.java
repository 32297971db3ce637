package org.stele.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.StateEvent;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.fsck.Tampering;
import org.stele.eventstore.signing.CheckpointSigner;
import org.stele.eventstore.signing.TestSigning;
import org.stele.ledger.Commitment;
import org.stele.ledger.Leaf;
import org.stele.ledger.Tile;
import org.stele.query.testing.TestLedger;

/** An event forged with its leaf and its tile, so that all rows agree: what was signed contradicts it, and nothing is folded anew. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignedHistoryTest {

    private static final String SAID = "Said by somebody.";
    private static final String FORGED = "Said by all of us";

    /** The one event of its State, so that no later leaf names its hash. */
    private static final MemberState ONCE = MemberState.TUV;

    @TempDir
    Path home;

    private final TestLedger ledger = new TestLedger();
    private final HikariDataSource database = new HikariDataSource();
    private final ProjectionFixture fixture = fixture();

    private ProjectionFixture fixture() {
        database.setDataSource(ledger.database().projection());
        return new ProjectionFixture(ledger, database);
    }

    @AfterEach
    void close() {
        database.close();
        ledger.close();
    }

    @Test
    void a_rebuild_refuses_a_forged_event_that_only_the_signed_checkpoint_contradicts() throws Exception {
        long forged = ledger.append(List.of(evidence(ONCE)));
        long head = ledger.append(Stream.generate(() -> evidence(MemberState.NOR))
                .limit(Tile.WIDTH + 4)
                .toList());
        TestSigning signing = new TestSigning(home);
        sign(signing);
        fixture.rebuild().run();
        assertThat(fixture.rows().progress().position()).isEqualTo(head);

        forge(forged);

        requireRefused(fixture.rebuild(), head);
        forgetSigned();
        // Without what was signed nothing tells.
        fixture.rebuild().run();
        assertThat(said()).contains(FORGED);
        requireRefused(fixture.rebuild(signing.kept().read()), head);
    }

    private void sign(TestSigning signing) {
        try (CheckpointSigner signer = signing.start(ledger.database(), signing.keys("key"), Duration.ofMinutes(10))) {
            TestSigning.awaitSigned(ledger.database());
        }
    }

    private void forge(long position) throws SQLException {
        StoredEvent event = Objects.requireNonNull(ledger.reader().at(position));
        byte[] body = new String(event.body(), StandardCharsets.UTF_8)
                .replace(SAID, FORGED)
                .getBytes(StandardCharsets.UTF_8);
        Leaf old = event.requireLeaf();
        Leaf leaf = new Leaf(
                position,
                old.id(),
                old.recordedAt(),
                old.state(),
                old.stateSequence(),
                old.previousInState(),
                Commitment.of(event.salt(), body));
        Tampering.leave(
                ledger.database(),
                "UPDATE ledger.event SET body = %s, leaf = %s, leaf_hash = %s WHERE position = %s"
                        .formatted(
                                hex(body), hex(leaf.encode()), hex(leaf.hash().bytes()), position),
                "UPDATE ledger.merkle_tile SET hashes = overlay(hashes PLACING %s FROM %s) WHERE level = 0 AND index = 0"
                        .formatted(hex(leaf.hash().bytes()), 1 + 32 * (position - 1)));
    }

    private static String hex(byte[] bytes) {
        return "'\\x" + HexFormat.of().formatHex(bytes) + "'::bytea";
    }

    private void requireRefused(Rebuild rebuild, long head) {
        long generation = fixture.rows().progress().generation();
        assertThatThrownBy(rebuild::run)
                .isInstanceOf(LedgerDamaged.class)
                .hasMessageContaining("events 1 to %s: the root over them is".formatted(head))
                .hasMessageContaining("was signed");
        assertThat(fixture.rows().progress().generation()).isEqualTo(generation);
        assertThat(String.valueOf(fixture.health().getDetails().get("notTrusted")))
                .contains("was signed");
    }

    private void forgetSigned() throws SQLException {
        Tampering.leave(
                ledger.database(),
                "DELETE FROM ledger.signing_chain",
                "DELETE FROM ledger.cosignature",
                "DELETE FROM ledger.checkpoint");
    }

    private String said() {
        return String.valueOf(fixture.liveFiles().now().file(ONCE).evidence().getFirst());
    }

    private static StateEvent evidence(MemberState state) {
        return new EvidenceRecorded(
                state,
                new FilingId(UUID.randomUUID()),
                EvidenceKind.PRESS,
                PartialDate.parse("2019"),
                PartialDate.parse("2020"),
                null,
                false,
                SAID,
                null,
                null,
                false,
                null);
    }
}
