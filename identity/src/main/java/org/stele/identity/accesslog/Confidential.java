package org.stele.identity.accesslog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.events.Actor;
import org.stele.events.Audience;
import org.stele.events.Audience.Kind;
import org.stele.identity.accesslog.AccessEntry.What;

/**
 * Which reads are logged: those of everybody who sees more than the public does of other people's filings, those of screenings,
 * which are about persons, and every file that somebody who is known takes away.
 */
final class Confidential {

    private static final List<String> FILES = List.of(".csv", ".xlsx", ".jsonl", ".pdf", ".zip", "/evidence");

    /** What is the same for everybody, or is one's own account. */
    private static final List<String> OPEN = List.of(
            "/assets/",
            "/log/",
            "/log",
            "/actuator",
            "/v3/",
            "/sign-in",
            "/sign-out",
            "/account",
            "/invitations/",
            "/oauth2/",
            "/.well-known/",
            "/error",
            "/favicon.ico",
            "/file");

    private static final List<String> OF_PERSONS = List.of("/screenings", "/api/v1/screenings");

    private Confidential() {}

    /**
     * What a request that was answered reads; empty where nothing of it is logged.
     *
     * @param path decoded, without its query
     * @param isJsonLines whether the answer is a stream of JSON lines
     * @param asPublic whether it asked to look as the public does
     */
    static Optional<What> of(@Nullable Actor actor, String path, boolean isJsonLines, boolean asPublic) {
        if (actor == null || OPEN.stream().anyMatch(path::startsWith)) {
            return Optional.empty();
        }
        if (isJsonLines || FILES.stream().anyMatch(path::endsWith)) {
            return Optional.of(What.EXPORT);
        }
        Audience audience = Audience.of(actor);
        boolean seesOthers = audience.seesAllFilings() || audience.kind() == Kind.MSMT;
        return !asPublic && (seesOthers || OF_PERSONS.stream().anyMatch(path::startsWith))
                ? Optional.of(What.READ)
                : Optional.empty();
    }
}
