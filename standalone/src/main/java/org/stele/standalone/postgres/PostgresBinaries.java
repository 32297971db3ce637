package org.stele.standalone.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.stele.events.Sha256Digest;

/**
 * The programs of one PostgreSQL version, unpacked into a directory.
 *
 * <p>PostgreSQL refuses to run as root; where this process is root, its programs run in a user namespace in which they
 * are not.
 */
record PostgresBinaries(Path directory) {

    private static final int DIGITS = 12;

    /** The programs of this build for this machine, unpacked if necessary. */
    static PostgresBinaries unpackInto(Path parent) throws IOException {
        byte[] archive = archive();
        Path target = parent.resolve("postgresql-" + digest(archive));
        if (!Files.isDirectory(target)) {
            Files.createDirectories(parent);
            Path half = Files.createTempDirectory(parent, "unpacking-");
            unpack(archive, half);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(target);
    }

    private static byte[] archive() throws IOException {
        String system = systemName();
        String machine = System.getProperty("os.arch", "");
        String named = machine.equals("amd64") ? "x86_64" : machine;
        try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, named)) {
            return packed.readAllBytes();
        } catch (IllegalStateException e) {
            throw new IOException(
                    "No PostgreSQL comes with Stele for %s on %s. Set STELE_DB_URL to use a server of your own."
                            .formatted(system, machine),
                    e);
        }
    }

    private static String digest(byte[] archive) {
        return Sha256Digest.of(archive).abbreviated(DIGITS);
    }

    private static void unpack(byte[] archive, Path directory) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, directory);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path directory) throws IOException {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("The archive of PostgreSQL names a path outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, false)) {
            throw new IOException("Cannot make " + target + " executable.");
        }
    }

    private static String systemName() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "Windows";
        }
        return name.startsWith("mac") ? "Darwin" : "Linux";
    }

    /** Runs one of the programs to its end; if it fails, throws with its output. */
    void run(PostgresLog log, String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(directory.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
                .start();
        try {
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IOException("%s of PostgreSQL failed with exit code %s: %s. All it said is in %s."
                        .formatted(program, exit, log.reason(), log.file()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + program, e);
        }
    }
}
