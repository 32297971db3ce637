package org.stele.query.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Compression of content types that the container does not compress. */
final class Gzip {

    static final String NAME = "gzip";

    /** Requested by its name, and not with a weight of 0. */
    private static final Pattern ACCEPTED =
            Pattern.compile("gzip(?:\\s*;\\s*q=(?:0?\\.0*[1-9][0-9]*|1(?:\\.0*)?))?", Pattern.CASE_INSENSITIVE);

    private Gzip() {}

    /** @param headers all values of Accept-Encoding */
    static boolean isAccepted(Enumeration<String> headers) {
        return Collections.list(headers).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .anyMatch(coding -> ACCEPTED.matcher(coding.strip()).matches());
    }

    static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // Not from memory.
        }
        return compressed.toByteArray();
    }
}
