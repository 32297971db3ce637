package org.stele.campaigns;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgresPrograms are the PostgreSQL of the build, unpacked into a directory. The library that starts it for tests
 * is not used: a campaign needs the server's own process, and a server that flushes to disk.
 */
record PostgresPrograms(Path directory) {

    static PostgresPrograms unpackInto(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory.toAbsolutePath().getParent());
            Path half = Files.createTempDirectory(directory.toAbsolutePath().getParent(), "unpacking-");
            unpack(half);
            Files.move(half, directory, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresPrograms(directory);
    }

    private static void unpack(Path directory) throws IOException {
        String machine = System.getProperty("os.arch", "");
        String named = machine.equals("amd64") ? "x86_64" : machine;
        try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary("Linux", named);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, directory.resolve(entry.getName()));
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
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
            throw new IOException("Cannot make " + target + " executable");
        }
    }

    /** PostgreSQL refuses to run as root; where this process is root, it runs in a namespace in which it is not. */
    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(directory.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    /** Runs a program to its end and fails with what it printed unless it succeeds. */
    void run(String program, List<String> arguments) {
        Programs.run(command(program, arguments));
    }
}
