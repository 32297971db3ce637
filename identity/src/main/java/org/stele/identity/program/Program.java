package org.stele.identity.program;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program that acts for an account, within scopes.
 *
 * @param id its client_id
 * @param account whose role and State it has
 * @param label what the account's owner calls it
 * @param keys all that it ever had, the oldest first
 */
public record Program(UUID id, UUID account, String label, Set<String> scopes, Instant createdAt, List<Key> keys) {

    /** Asking, and asking alone. */
    public static final String READ = "read";

    /** Sending the commands that the account's role may send, but for accreditations. */
    public static final String FILE = "file";

    public static final List<String> SCOPES = List.of(READ, FILE);

    public Program {
        scopes = Set.copyOf(scopes);
        keys = List.copyOf(keys);
    }

    /**
     * A public key of the program.
     *
     * @param kid its thumbprint (RFC 7638)
     * @param revokedAt null while it is good
     * @param lastUsedAt null before the first use
     */
    public record Key(
            String kid,
            ProgramKey key,
            Instant createdAt,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt) {

        public boolean isGood() {
            return revokedAt == null;
        }
    }

    public Optional<Key> key(String kid) {
        return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    public List<Key> goodKeys() {
        return keys.stream().filter(Key::isGood).toList();
    }
}
