package org.stele.web.actor;

import jakarta.servlet.http.HttpServletRequest;
import org.stele.events.Audience;
import org.stele.web.problem.Problem;

/** For whom a request is answered; rules, section 4.8. Safe for all threads. */
public final class Audiences {

    /** The parameter by which a reader asks to look as the public does. */
    public static final String PARAMETER = "audience";

    private static final String EXPECTED = "Expected PUBLIC, or no audience: what you see follows from who you are.";

    private final Credentials credentials;
    private final boolean isPublicAdmitted;

    /** @param isPublicAdmitted whether anybody who does not say who it is may read: what the public may see */
    public Audiences(Credentials credentials, boolean isPublicAdmitted) {
        this.credentials = credentials;
        this.isPublicAdmitted = isPublicAdmitted;
    }

    /** That of the credential, and without one the public's. A problem (401) where there is no public. */
    public Audience of(HttpServletRequest request) {
        return credentials.find(request).map(Audience::of).orElseGet(this::unnamed);
    }

    private Audience unnamed() {
        if (isPublicAdmitted) {
            return Audience.PUBLIC;
        }
        throw Problem.of(
                        401,
                        "not-public",
                        "Nothing here is public: sign in at /sign-in, or send a token. The operator admits the public with STELE_PUBLIC_ACCESS=true.")
                .asException();
    }

    /** Whether there is a public. */
    public boolean isPublicAdmitted() {
        return isPublicAdmitted;
    }

    /** Reads the parameter's value; throws an IllegalArgumentException for any that is not offered. */
    public static Audience parse(String text) {
        if (text.equals(Audience.PUBLIC.toString())) {
            return Audience.PUBLIC;
        }
        throw new IllegalArgumentException(EXPECTED);
    }

    /** What is seen by a reader who asks to look as the public does; a problem (403) for one who may not. */
    public static Audience asPublic(Audience reader) {
        return switch (reader.kind()) {
            case AUDIT, COMMITTEE, PUBLIC -> Audience.PUBLIC;
            case STATE, MSMT, CUSTODY ->
                throw Problem.of(
                                403,
                                "audience-not-allowed",
                                "Auditors, the chair and the registrar may look as the public does; you look as %s. Ask without audience."
                                        .formatted(reader))
                        .asException();
        };
    }
}
