package org.stele.web.quota;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.stele.events.Actor;
import org.stele.web.actor.Credentials;
import org.stele.web.door.Forwarded;
import org.stele.web.door.Nearness;
import org.stele.web.problem.ProblemException;

/** Whose a request is, for the limits: of this machine, of an address, of an account. Safe for all threads. */
final class Requesters {

    private final Forwarded forwarded;
    private final Credentials credentials;

    Requesters(Forwarded forwarded, Credentials credentials) {
        this.forwarded = forwarded;
        this.credentials = credentials;
    }

    /** Whether it comes from this machine directly. A proxy that adds no header, speaks HTTP/1.1 and forwards no host is taken for it. */
    boolean isThisMachine(HttpServletRequest request) {
        return Nearness.isHere(request);
    }

    String address(HttpServletRequest request) {
        return forwarded.client(request);
    }

    /** The name of the account; empty without a credential, and with one that is not good, which is refused elsewhere. */
    Optional<String> account(HttpServletRequest request) {
        try {
            return credentials.find(request).map(Actor::staffId);
        } catch (ProblemException refused) {
            return Optional.empty();
        }
    }
}
