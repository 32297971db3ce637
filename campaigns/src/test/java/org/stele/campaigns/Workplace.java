package org.stele.campaigns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The Workplace is where campaigns keep their servers: on the build's disk, because a disk in memory syncs nothing. */
final class Workplace {

    private Workplace() {}

    static Path root() {
        try {
            return Files.createDirectories(Path.of("target", "campaign").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PostgresPrograms programs() throws IOException {
        return PostgresPrograms.unpackInto(root().resolve("programs"));
    }

    /** A started server that is empty, whatever an earlier run has left in its place. */
    static PostgresServer server(String name) throws IOException {
        PostgresServer server = newServer(name);
        server.start();
        return server;
    }

    static PostgresServer newServer(String name) throws IOException {
        return PostgresServer.create(programs(), empty(name));
    }

    /** A directory's path, with nothing there. */
    static Path empty(String name) throws IOException {
        Path directory = root().resolve(name);
        delete(directory);
        return directory;
    }

    static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            List<Path> all;
            try (Stream<Path> found = Files.walk(directory)) {
                all = found.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }
}
