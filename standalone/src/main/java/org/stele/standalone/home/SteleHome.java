package org.stele.standalone.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import org.stele.eventstore.home.SigningHome;
import org.stele.query.projection.ProjectionConfiguration;

/**
 * The directory that holds all that one installation keeps: the database cluster, passwords, logs, the signing
 * key and the last checkpoint.
 *
 * <p>At most one process serves from a home at a time. The operating system holds the lock, so it ends with the process
 * however that ends.
 */
public record SteleHome(Path directory) {

    /** The home named by {@code STELE_HOME}, or {@code stele-data} under the directory that this was started in. */
    public static SteleHome fromEnvironment() {
        Setting.requireFilled(System.getenv());
        String named = System.getenv(Setting.HOME);
        return new SteleHome(
                Path.of(named == null ? "stele-data" : named).toAbsolutePath().normalize());
    }

    /** Refuses a folder that nobody has served from: whoever only reads must not make one. */
    void requireLedger() {
        if (!Files.isDirectory(directory)) {
            throw new Misconfigured(
                    "There is no folder %s: expected the home of a ledger. Correct STELE_HOME.".formatted(directory));
        }
        if (!Files.exists(cluster().resolve("PG_VERSION"))) {
            throw new Misconfigured(
                    "%s holds no ledger: expected a folder that Stele has served from, with a database in %s. Correct STELE_HOME."
                            .formatted(directory, cluster().getFileName()));
        }
    }

    /** Refuses a folder that was named and is not there. */
    public void requireThereIfNamed() {
        if (System.getenv(Setting.HOME) != null && !Files.isDirectory(directory)) {
            throw new Misconfigured(
                    "There is no folder %s: expected the home of a ledger. Correct STELE_HOME.".formatted(directory));
        }
    }

    /** Takes the home for this process; empty when another process has it. */
    Optional<FileLock> tryLock() throws IOException {
        Files.createDirectories(directory);
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(lock);
            }
        } catch (OverlappingFileLockException e) {
            // Another holder within this process: as taken as by another process.
        }
        channel.close();
        return Optional.empty();
    }

    /** Takes the home for this process, or says who to stop. */
    public FileLock lock() throws IOException {
        return tryLock()
                .orElseThrow(() -> new IOException(
                        "Another Stele is running on %s. Stop it, or set STELE_HOME to another directory."
                                .formatted(directory)));
    }

    /** Where the key and the last checkpoint are kept. */
    public SigningHome signing() {
        return new SigningHome(directory);
    }

    /** The file of the key that seals the stored views. */
    public Path viewsKey() {
        return ProjectionConfiguration.keyFile(
                Objects.requireNonNullElse(System.getenv(Setting.VIEWS_KEY), ""), directory);
    }

    Path cluster() {
        return directory.resolve("postgresql");
    }

    Path binaries() {
        return directory.resolve("programs");
    }

    Path passwords() {
        return directory.resolve("database-passwords.json");
    }

    Path log() {
        return directory.resolve("postgresql.log");
    }
}
