package org.stele.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.stele.eventstore.home.SafeFile;
import tools.jackson.databind.json.JsonMapper;

/** The passwords of the embedded database: random, made on the first start, readable by their owner alone. */
public record DatabasePasswords(String superuser, String owner, String command, String query) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LENGTH_BYTES = 24;

    /** The passwords of the file, which is made with new ones where it does not exist. */
    static DatabasePasswords readOrCreate(Path file) throws IOException {
        if (!Files.exists(file)) {
            SecureRandom random = new SecureRandom();
            DatabasePasswords made = new DatabasePasswords(next(random), next(random), next(random), next(random));
            SafeFile.write(file, JSON.writeValueAsBytes(made));
        }
        return JSON.readValue(Files.readAllBytes(file), DatabasePasswords.class);
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
