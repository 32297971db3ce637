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
 * The directory with all files of one installation: the database cluster, passwords, logs, the signing key and the last
 * checkpoint.
 *
 * <p>At most one process serves from a home at a time. The operating system holds the lock, so it ends with the process
 * in every case.
 */
public record SteleHome(Path directory) {

    /** The home named by {@code STELE_HOME}, or {@code stele-data} in the current directory. */
    public static SteleHome fromEnvironment() {
        Setting.requireFilled(System.getenv());
        String named = System.getenv(Setting.HOME);
        return new SteleHome(
                Path.of(named == null ? "stele-data" : named).toAbsolutePath().normalize());
    }

    /** Refuses a directory that nobody has served from: a reading process must not create one. */
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

    /** Refuses a named directory that does not exist. */
    public void requireThereIfNamed() {
        if (System.getenv(Setting.HOME) != null && !Files.isDirectory(directory)) {
            throw new Misconfigured(
                    "There is no folder %s: expected the home of a ledger. Correct STELE_HOME.".formatted(directory));
        }
    }

    /** Locks the home for this process; empty when another process has it. */
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
            // Another holder within this process counts like another process.
        }
        channel.close();
        return Optional.empty();
    }

    /** Locks the home for this process, or says which process to stop. */
    public FileLock lock() throws IOException {
        return tryLock()
                .orElseThrow(() -> new IOException(
                        "Another Stele is running on %s. Stop it, or set STELE_HOME to another directory."
                                .formatted(directory)));
    }

    /** The directory of the key and the last checkpoint. */
    public SigningHome signing() {
        return new SigningHome(directory);
    }

    /** The file of the key that seals the stored views. */
    public Path viewsKey() {
        return ProjectionConfiguration.keyFile(
                Objects.requireNonNullElse(System.getenv(Setting.VIEWS_KEY), ""), directory);
    }

    /** The file of the demonstration's passwords and tokens. */
    public Path demoCredentials() {
        return directory.resolve("demo-credentials.json");
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
