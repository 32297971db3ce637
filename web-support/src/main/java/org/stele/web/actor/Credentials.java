package org.stele.web.actor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.stele.events.Actor;
import org.stele.web.problem.Problem;

/** Tells from a request's credential who sends it. Safe for all threads. */
public interface Credentials {

    /** The actor whose credential the request carries; empty where it carries none. A problem where it is not good. */
    Optional<Actor> find(HttpServletRequest request);

    /** The same; a problem (401) where the request carries no credential. */
    default Actor require(HttpServletRequest request) {
        return find(request)
                .orElseThrow(() -> Problem.of(
                                401,
                                "actor-missing",
                                "Say who asks: sign in at /sign-in, or send a token in the header Authorization, after the word Bearer.")
                        .asException());
    }
}
