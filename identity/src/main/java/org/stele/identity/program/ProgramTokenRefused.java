package org.stele.identity.program;

import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Says why a program's token is good no longer, or not here. */
public final class ProgramTokenRefused extends InvalidBearerTokenException {

    ProgramTokenRefused(String words) {
        super(Refusals.ascii(words));
    }

    public String words() {
        return String.valueOf(getMessage());
    }
}
