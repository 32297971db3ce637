package org.stele.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** The log at an address. Every failed request says what was expected, and what to do. */
final class ServedLog implements LogSource {

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    /** The time for one whole answer of at most 16 MiB: a server that stalls must not block the auditor. */
    private static final long MAX_SECONDS = Long.getLong("stele.verify.seconds", 60);

    private final String root;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();

    ServedLog(String root) {
        this.root = root;
        URI address = URI.create(root);
        if (address.getHost() == null || address.getPort() > 65_535 || address.getQuery() != null) {
            throw new WrongUse("Expected an address such as https://ledger.example/log, got " + root
                    + ". Name host, port and path, and nothing after the path.");
        }
    }

    @Override
    public Optional<byte[]> find(String path, int maxBytes) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + "/" + path))
                .timeout(Duration.ofSeconds(MAX_SECONDS))
                .build();
        CompletableFuture<Optional<byte[]>> answer = client.sendAsync(
                        request, HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(response -> read(response, maxBytes));
        try {
            return answer.get(MAX_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw slow(request.uri());
        } catch (ExecutionException e) {
            throw explained(request.uri(), Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while " + request.uri() + " was read", e);
        }
    }

    private static Optional<byte[]> read(HttpResponse<InputStream> response, int maxBytes) {
        try (InputStream body = response.body()) {
            return found(response, body, maxBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<byte[]> found(HttpResponse<InputStream> response, InputStream body, int maxBytes)
            throws IOException {
        int status = response.statusCode();
        if (status == 404) {
            return Optional.empty();
        }
        String type = response.headers().firstValue("content-type").orElse("");
        boolean page = status == 200 && type.startsWith("text/html");
        if (status != 200 || page) {
            throw new IOException("Expected a file of the log from %s, got %s. %s"
                    .formatted(response.uri(), page ? "a web page" : "the status " + status, advice(response)));
        }
        byte[] bytes = body.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw new IllegalArgumentException(response.uri() + " answered more than " + maxBytes + " bytes");
        }
        return Optional.of(bytes);
    }

    private static String advice(HttpResponse<InputStream> response) {
        int status = response.statusCode();
        if (status >= 300 && status < 400) {
            return "It points to %s: look whether that is the same log, and name it"
                    .formatted(response.headers().firstValue("location").orElse("nowhere"));
        }
        if (status == 401 || status == 403 || status == 200) {
            return "Something in between may ask you to sign in: open the address in a browser, and name the one that ends in /log";
        }
        return status >= 500 || status == 429
                ? "Try again in a minute, and ask whoever runs the ledger if it stays so"
                : "Name the address that ends in /log";
    }

    private static IOException slow(URI address) {
        return new IOException(
                "Expected an answer from %s within %s seconds, and it did not come whole. Try again in a minute"
                        .formatted(address, MAX_SECONDS));
    }

    private static IOException explained(URI address, Throwable cause) {
        if (cause instanceof IllegalArgumentException refused) {
            throw refused;
        }
        if (cause instanceof UncheckedIOException io) {
            return cutShort(address, Objects.requireNonNull(io.getCause()));
        }
        if (cause instanceof HttpTimeoutException) {
            return slow(address);
        }
        if (unresolved(cause)) {
            return new IOException(
                    "Expected the host of %s, and no host of that name is known here. Look at its spelling, and at your network"
                            .formatted(address),
                    cause);
        }
        if (cause instanceof SSLException) {
            return new IOException(
                    "Expected a connection to %s that can be trusted, and its certificate or protocol cannot (%s). Look at the address; a server without TLS is named with http://"
                            .formatted(address, cause.getMessage()),
                    cause);
        }
        String said = cause.getMessage() == null ? "nothing answers there" : cause.getMessage();
        return new IOException(
                "Expected an answer from %s, and could not connect (%s). Look whether the ledger runs, and at host and port"
                        .formatted(address, said),
                cause);
    }

    /** An exception with an explanation is kept; an interrupted transfer gets one. */
    private static IOException cutShort(URI address, IOException cause) {
        String said = String.valueOf(cause.getMessage());
        return said.startsWith("Expected ")
                ? cause
                : new IOException(
                        "Expected a whole answer from %s, and it broke off (%s). Try again".formatted(address, said),
                        cause);
    }

    private static boolean unresolved(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof java.net.UnknownHostException) {
                return true;
            }
        }
        return false;
    }
}
