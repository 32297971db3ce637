package org.stele.verifier;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A LogSource gives what a log serves under its root: a checkpoint, tiles and entries. */
@FunctionalInterface
interface LogSource {

    /** The bytes at a path below the root; empty if there is nothing. */
    Optional<byte[]> find(String path, int maxBytes) throws IOException;

    /** The log at an address, or mirrored in a directory. */
    static LogSource of(String place) {
        return place.matches("https?://.+") ? served(place.replaceAll("/+$", "")) : mirrored(Path.of(place));
    }

    private static LogSource mirrored(Path directory) {
        return (path, maxBytes) -> {
            try {
                return Optional.of(Files.read(directory.resolve(path), maxBytes));
            } catch (FileNotFoundException e) {
                return Optional.empty();
            }
        };
    }

    private static LogSource served(String root) {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
        return (path, maxBytes) -> {
            HttpRequest request = HttpRequest.newBuilder(URI.create(root + "/" + path))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            try {
                HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
                try (InputStream body = response.body()) {
                    return found(request.uri(), response.statusCode(), body, maxBytes);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted", e);
            }
        };
    }

    private static Optional<byte[]> found(URI address, int status, InputStream body, int maxBytes) throws IOException {
        if (status == 404) {
            return Optional.empty();
        }
        if (status != 200) {
            throw new IOException(address + " answered " + status);
        }
        byte[] bytes = body.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw new IllegalArgumentException(address + " answered more than " + maxBytes + " bytes");
        }
        return Optional.of(bytes);
    }
}
