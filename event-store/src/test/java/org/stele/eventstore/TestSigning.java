package org.stele.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.signing.KeptCheckpoint;
import org.stele.eventstore.signing.KeyFile;
import org.stele.eventstore.signing.SigningKeys;
import org.stele.eventstore.signing.Witness;
import org.stele.ledger.note.SignedCheckpoint;

/** A TestSigning is a home with a key and a kept checkpoint, from which a ledger is signed at a quick pace. */
public final class TestSigning {

    public static final String ORIGIN = "ledger.example/audit";

    private static final Duration PACE = Duration.ofMillis(20);

    private final Path home;

    public TestSigning(Path home) {
        this.home = home;
    }

    public KeyFile key(String name) {
        return new KeyFile(home.resolve(name + ".pem"), "");
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

    public KeptCheckpoint kept() {
        return new KeptCheckpoint(home.resolve("last-checkpoint"));
    }

    public CheckpointSigner start(TestDatabase database) {
        return start(database, keys("key"), Duration.ofMinutes(10));
    }

    public CheckpointSigner start(TestDatabase database, SigningKeys keys, Duration headsEvery, Witness... witnesses) {
        return CheckpointSigner.start(
                database.command(),
                new CheckpointSigner.Settings(
                        keys, kept(), List.of(witnesses), PACE, headsEvery, Duration.ofSeconds(2)));
    }

    /** Waits until the whole ledger is signed, and returns its checkpoint. */
    public static SignedCheckpoint awaitSigned(TestDatabase database) {
        LedgerReader reader = new LedgerReader(database.query());
        await(() -> {
            SignedCheckpoint latest = latest(database, Log.LEDGER);
            return latest != null && latest.size() == reader.head();
        });
        return Objects.requireNonNull(latest(database, Log.LEDGER));
    }

    static @Nullable SignedCheckpoint latest(TestDatabase database, Log log) {
        return asked(database, connection -> new CheckpointRows(connection, log).latest());
    }

    /** The size of the ledger that the last State heads speak of; 0 without any. */
    static long headsSize(TestDatabase database) {
        StatesRows.Entry latest = TestSigning.<StatesRows.@Nullable Entry>asked(
                database, connection -> new StatesRows(connection).latest());
        return latest == null ? 0 : latest.heads().size();
    }

    @FunctionalInterface
    interface Question<T extends @Nullable Object> {
        T of(Connection connection) throws SQLException;
    }

    static <T extends @Nullable Object> T asked(TestDatabase database, Question<T> question) {
        try (Connection connection = database.query().getConnection()) {
            return question.of(connection);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public static void await(BooleanSupplier condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(condition::getAsBoolean);
    }
}
