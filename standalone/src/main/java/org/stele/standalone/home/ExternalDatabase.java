package org.stele.standalone.home;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.schema.LedgerRoles;
import org.stele.standalone.home.Database.Credentials;

/** A PostgreSQL of the operator's own, as environment variables name it. */
final class ExternalDatabase {

    private ExternalDatabase() {}

    /** The database that {@code STELE_DB_URL} names; empty where it names none. */
    static Optional<Database> fromEnvironment(Map<String, String> environment) {
        String url = environment.get("STELE_DB_URL");
        if (url == null) {
            return Optional.empty();
        }
        DatabaseDoor.requireAddress(url);
        Credentials query = required(environment, "QUERY", LedgerRoles.QUERY);
        Credentials bodies = optional(environment, "BODIES", LedgerRoles.BODIES);
        Credentials projection = optional(environment, "PROJECTION", LedgerRoles.PROJECTION);
        if ((bodies == null) != (projection == null)) {
            throw new Misconfigured(
                    "STELE_DB_BODIES_PASSWORD and STELE_DB_PROJECTION_PASSWORD: expected both or neither, got one. Set the other too (docs/operating/postgresql.md).");
        }
        return Optional.of(new Database(
                url,
                optional(environment, "SUPERUSER", "postgres"),
                optional(environment, "OWNER", LedgerRoles.OWNER),
                required(environment, "COMMAND", LedgerRoles.COMMAND),
                query,
                bodies == null ? query : bodies,
                projection == null ? query : projection));
    }

    private static @Nullable Credentials optional(Map<String, String> environment, String role, String defaultUser) {
        String password = environment.get("STELE_DB_" + role + "_PASSWORD");
        if (password == null || password.isEmpty()) {
            return null;
        }
        return new Credentials(environment.getOrDefault("STELE_DB_" + role + "_USER", defaultUser), password);
    }

    private static Credentials required(Map<String, String> environment, String role, String defaultUser) {
        Credentials credentials = optional(environment, role, defaultUser);
        if (credentials == null) {
            throw new Misconfigured(
                    "STELE_DB_URL is set, so STELE_DB_%s_PASSWORD must be set too (and STELE_DB_%s_USER, unless it is %s)."
                            .formatted(role, role, defaultUser));
        }
        return credentials;
    }
}
