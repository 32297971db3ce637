package org.stele.web.body;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The bytes of a body: small ones in memory, larger ones in a temporary file that is deleted on closing. */
final class KeptBody implements AutoCloseable {

    static final int MAX_IN_MEMORY = 16 << 10;

    private final ByteArrayOutputStream memory = new ByteArrayOutputStream(512);
    private @Nullable Path file;
    private @Nullable OutputStream intoFile;
    private long size;

    void add(byte[] bytes, int length) throws IOException {
        size += length;
        if (intoFile == null && size <= MAX_IN_MEMORY) {
            memory.write(bytes, 0, length);
            return;
        }
        OutputStream out = intoFile == null ? moveIntoFile() : intoFile;
        out.write(bytes, 0, length);
    }

    private OutputStream moveIntoFile() throws IOException {
        Path made = Files.createTempFile("stele-body-", null);
        file = made;
        OutputStream out = Files.newOutputStream(made);
        intoFile = out;
        memory.writeTo(out);
        memory.reset();
        return out;
    }

    long size() {
        return size;
    }

    /** A new stream over the whole body. */
    InputStream read() throws IOException {
        if (file == null) {
            return new ByteArrayInputStream(memory.toByteArray());
        }
        if (intoFile != null) {
            intoFile.flush();
        }
        return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    @Override
    public void close() throws IOException {
        if (intoFile != null) {
            intoFile.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
