package org.stele.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.home.SafeFile;
import tools.jackson.databind.json.JsonMapper;

/** The passwords of the embedded database: random, made on the first start, readable by their owner alone. */
public record DatabasePasswords(
        String superuser, String owner, String command, String query, String bodies, String projection) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LENGTH_BYTES = 24;

    /** What a file may lack that an earlier version wrote. */
    private record Stored(
            String superuser,
            String owner,
            String command,
            String query,
            @Nullable String bodies,
            @Nullable String projection) {}

    /** The passwords of the file. It is made with new ones where it does not exist, and completed where an earlier version made it. */
    static DatabasePasswords readOrCreate(Path file) throws IOException {
        SecureRandom random = new SecureRandom();
        if (!Files.exists(file)) {
            return written(
                    file,
                    new DatabasePasswords(
                            next(random), next(random), next(random), next(random), next(random), next(random)));
        }
        Stored stored = JSON.readValue(Files.readAllBytes(file), Stored.class);
        boolean isComplete = stored.bodies() != null && stored.projection() != null;
        DatabasePasswords passwords = new DatabasePasswords(
                stored.superuser(),
                stored.owner(),
                stored.command(),
                stored.query(),
                stored.bodies() == null ? next(random) : stored.bodies(),
                stored.projection() == null ? next(random) : stored.projection());
        return isComplete ? passwords : written(file, passwords);
    }

    private static DatabasePasswords written(Path file, DatabasePasswords passwords) throws IOException {
        SafeFile.write(file, JSON.writeValueAsBytes(passwords));
        return passwords;
    }

    private static String next(SecureRandom random) {
        byte[] bytes = new byte[LENGTH_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Omits the passwords: records print their fields, and these must not reach a log. */
    @Override
    public String toString() {
        return "DatabasePasswords[…]";
    }
}
