package org.stele.eventstore.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.fsck.PinnedRoot;
import org.stele.eventstore.guard.WriteGate;
import org.stele.eventstore.home.KeyFile;
import org.stele.eventstore.home.PinnedCheckpoint;
import org.stele.eventstore.home.SigningHome;
import org.stele.eventstore.home.SigningKeys;
import org.stele.eventstore.log.CheckpointRows;
import org.stele.eventstore.log.Log;
import org.stele.eventstore.log.StatesRows;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.witness.Witness;
import org.stele.ledger.note.SignedCheckpoint;

/** A TestSigning is a home with a key and a pinned checkpoint, from which a ledger is signed at short intervals. */
public final class TestSigning {

    public static final String ORIGIN = "ledger.example/audit";

    static final Instant ACCEPTED_AT = Instant.parse("2026-11-23T12:00:00Z");

    private static final Duration PACE = Duration.ofMillis(20);

    private final SigningHome home;

    public TestSigning(Path home) {
        this.home = new SigningHome(home);
    }

    public SigningHome home() {
        return home;
    }

    public KeyFile key(String name) {
        return new KeyFile(home.directory().resolve(name + ".pem"), "");
    }

    /** The keys of these names; the first is made where it is missing. */
    public SigningKeys keys(String first, String... next) {
        try {
            return SigningKeys.open(
                    ORIGIN, key(first), Arrays.stream(next).map(this::key).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PinnedCheckpoint kept() {
        return home.kept();
    }

    public CheckpointSigner start(TestDatabase database) {
        return start(database, keys("key"), Duration.ofMinutes(10));
    }

    /** Of a ledger that has events, and of which nothing is kept here, an operator has given his word. */
    public CheckpointSigner start(TestDatabase database, SigningKeys keys, Duration headsEvery, Witness... witnesses) {
        LedgerReader reader = new LedgerReader(database.projection());
        if (reader.head() > 0 && !home.keepsAnything()) {
            accept(database, reader.head());
        }
        return startWithoutWord(database, settings(keys, headsEvery, witnesses), new WriteGate());
    }

    public CheckpointSigner startWithoutWord(
            TestDatabase database, CheckpointSigner.Settings settings, WriteGate gate) {
        CheckpointSigner signer = CheckpointSigner.start(database.command(), settings, gate);
        try {
            // What is appended before has to be taken on an operator's word.
            assertThat(signer.awaitBegun(Duration.ofSeconds(60))).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return signer;
    }

    public CheckpointSigner.Settings settings(SigningKeys keys, Duration headsEvery, Witness... witnesses) {
        return new CheckpointSigner.Settings(keys, home, List.of(witnesses), PACE, headsEvery, Duration.ofSeconds(20));
    }

    /** Gives the word for the first events of a ledger. */
    public void accept(TestDatabase database, long size) {
        try {
            PinnedRoot root = new PinnedRoot(size, new LedgerReader(database.projection()).root(size));
            RollbackGuard.accept(database.projection(), home, root, ACCEPTED_AT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** As an operator adds a node of the same key. */
    public void copyAllTo(TestSigning other) throws IOException {
        copyPinsTo(other);
        copy(key("key").path(), other);
    }

    /** What is kept, for a node that has its key. */
    void copyPinsTo(TestSigning other) throws IOException {
        copy(home.kept().path(), other);
        copy(home.pins().path(), other);
    }

    private static void copy(Path file, TestSigning other) throws IOException {
        Files.createDirectories(other.home.directory());
        Files.copy(file, other.home.directory().resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Waits until the whole ledger is signed, and returns its checkpoint. */
    public static SignedCheckpoint awaitSigned(TestDatabase database) {
        LedgerReader reader = new LedgerReader(database.projection());
        await(() -> {
            SignedCheckpoint latest = latest(database, Log.LEDGER);
            return latest != null && latest.size() == reader.head();
        });
        return Objects.requireNonNull(latest(database, Log.LEDGER));
    }

    public static @Nullable SignedCheckpoint latest(TestDatabase database, Log log) {
        return asked(database, connection -> new CheckpointRows(connection, log).latest());
    }

    /** The size of the ledger that the last State heads that are signed speak of; 0 without any. */
    public static long headsSize(TestDatabase database) {
        StatesRows.Entry latest = TestSigning.<StatesRows.@Nullable Entry>asked(
                database, connection -> new StatesRows(connection).latestSigned());
        return latest == null ? 0 : latest.heads().size();
    }

    @FunctionalInterface
    interface Question<T extends @Nullable Object> {
        T of(Connection connection) throws SQLException;
    }

    static <T extends @Nullable Object> T asked(TestDatabase database, Question<T> question) {
        try (Connection connection = database.projection().getConnection()) {
            return question.of(connection);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public static void await(BooleanSupplier condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(condition::getAsBoolean);
    }
}
