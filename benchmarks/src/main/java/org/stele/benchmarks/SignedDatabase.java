package org.stele.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.stele.eventstore.fsck.PinnedRoot;
import org.stele.eventstore.guard.WriteGate;
import org.stele.eventstore.home.KeyFile;
import org.stele.eventstore.home.SigningHome;
import org.stele.eventstore.home.SigningKeys;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.signing.CheckpointSigner;
import org.stele.eventstore.signing.RollbackGuard;

/** A SignedDatabase is a ledger that is signed as the application signs it, with a key of its own. */
final class SignedDatabase implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final long POLL_NANOS = 5_000_000;

    private final Path directory;
    private final CheckpointSigner signer;

    private SignedDatabase(Path directory, CheckpointSigner signer) {
        this.directory = directory;
        this.signer = signer;
    }

    static SignedDatabase start(LedgerDatabase database) throws IOException, SQLException {
        Path directory = Files.createTempDirectory("stele-signing");
        return new SignedDatabase(
                directory, CheckpointSigner.start(database.command(), settings(database, directory), new WriteGate()));
    }

    /** A home in which the ledger is accepted as it is. */
    static CheckpointSigner.Settings settings(LedgerDatabase database, Path directory)
            throws IOException, SQLException {
        SigningHome home = new SigningHome(directory);
        SigningKeys keys = SigningKeys.open("benchmark.invalid/ledger", new KeyFile(home.key(), ""), List.of());
        LedgerReader reader = new LedgerReader(database.projection());
        long size = reader.head();
        RollbackGuard.accept(database.projection(), home, new PinnedRoot(size, reader.root(size)), Instant.now());
        return CheckpointSigner.Settings.defaults(keys, home, List.of());
    }

    /** Waits until a checkpoint covers this many events. */
    void awaitSigned(long events) throws TimeoutException {
        long start = System.nanoTime();
        while (signer.status().size() < events) {
            if (System.nanoTime() - start > TIMEOUT.toNanos()) {
                throw new TimeoutException("Not signed up to " + events + ": " + signer.status());
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    @Override
    public void close() throws IOException {
        signer.close();
        delete(directory);
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
