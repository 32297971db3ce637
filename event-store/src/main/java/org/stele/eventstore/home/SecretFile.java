package org.stele.eventstore.home;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/** A SecretFile is a file outside the database with a secret of 32 random bytes, in hexadecimal digits. */
public record SecretFile(Path path) {

    private static final int SECRET_BYTES = 32;
    private static final int MAX_BYTES = 1_024;

    /**
     * The secret; made, for its owner alone (mode 600), where there is no file. If two processes make one, the first
     * wins.
     */
    public byte[] readOrCreate() throws IOException {
        Optional<byte[]> there = read();
        if (there.isPresent()) {
            return there.get();
        }
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        create((HexFormat.of().formatHex(secret) + "\n").getBytes(US_ASCII));
        return read().orElseThrow(() -> new IOException("%s was made and is not there".formatted(path)));
    }

    /** The secret; empty without a file. A file without a valid secret is an error. */
    public Optional<byte[]> read() throws IOException {
        String text;
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new IOException("%s holds no secret: it is too large".formatted(path));
            }
            text = Files.readString(path, US_ASCII).strip();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IOException(
                    "%s holds no secret: expected 64 hexadecimal digits. Restore it from a backup, or move it away: another one is made at the next start."
                            .formatted(path));
        }
        return Optional.of(HexFormat.of().parseHex(text));
    }

    /** The file has its whole content from the moment at which it has its name. */
    private void create(byte[] content) throws IOException {
        Path directory = Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file is in a directory");
        Files.createDirectories(directory);
        Path half = Files.createTempFile(directory, "secret", ".new"); // Of mode 600.
        try {
            Files.write(half, content, StandardOpenOption.SYNC);
            Files.createLink(path, half);
        } catch (FileAlreadyExistsException e) {
            // Another process made one first.
        } catch (UnsupportedOperationException e) {
            Files.move(half, path);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
