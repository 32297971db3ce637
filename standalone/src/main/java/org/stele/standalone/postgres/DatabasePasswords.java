package org.stele.standalone.postgres;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/** The passwords of the embedded database: random, made on the first start, readable by their owner alone. */
public record DatabasePasswords(String superuser, String owner, String command, String query) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LENGTH_BYTES = 24;

    /** The passwords in the file, which is made with new ones where there is none. */
    static DatabasePasswords readOrCreate(Path file) throws IOException {
        if (!Files.exists(file)) {
            SecureRandom random = new SecureRandom();
            write(file, new DatabasePasswords(next(random), next(random), next(random), next(random)));
        }
        return JSON.readValue(Files.readAllBytes(file), DatabasePasswords.class);
    }

    private static void write(Path file, DatabasePasswords passwords) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(half);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(half, JSON.writeValueAsBytes(passwords));
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String next(SecureRandom random) {
        byte[] bytes = new byte[LENGTH_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Names no password: records print their fields, and these must not reach a log. */
    @Override
    public String toString() {
        return "DatabasePasswords[…]";
    }
}
