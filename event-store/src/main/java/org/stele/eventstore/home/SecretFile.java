package org.stele.eventstore.home;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
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
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "a folder, where a file with a secret is needed");
        }
        byte[] content;
        try (InputStream file = Files.newInputStream(path)) {
            content = file.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        // One character a byte, whatever the bytes are.
        String text = new String(content, ISO_8859_1).strip();
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IOException(
                    "%s holds no secret: expected 64 hexadecimal digits, got %s. Restore it from a backup, or move it away: another one is made at the next start."
                            .formatted(path, inWords(text)));
        }
        return Optional.of(HexFormat.of().parseHex(text));
    }

    /** Nothing of the text, which may be most of a secret. */
    private static String inWords(String text) {
        return switch (text.length()) {
            case 0 -> "nothing";
            case 2 * SECRET_BYTES -> "as many characters, of which some are no such digits";
            default -> text.length() > MAX_BYTES / 2 ? "far more" : text.length() + " characters";
        };
    }

    /** A file has its whole content from the moment on that it has its name. */
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
