package org.stele.web.testing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.Actor;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.web.actor.Credentials;
import org.stele.web.door.Nearness;

/**
 * The credentials of tests of one side, without sign-in: three headers of requests from this machine. Who names no actor reads
 * as an auditor there, and as the public does where a header says that the request was forwarded.
 */
public final class HeaderActors implements Credentials {

    public static final String USER = "X-Stele-User";
    public static final String ROLE = "X-Stele-Role";
    public static final String STATE = "X-Stele-State";

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Actor AUDITOR = new Actor("auditor-here", Role.AUDITOR, null);

    @Override
    public Optional<Actor> find(HttpServletRequest request) {
        boolean isNamed = Stream.of(USER, ROLE, STATE).anyMatch(name -> request.getHeader(name) != null);
        if (!isNamed) {
            return READING.contains(request.getMethod()) && Nearness.isHere(request)
                    ? Optional.of(AUDITOR)
                    : Optional.empty();
        }
        Nearness.require(request);
        String user = request.getHeader(USER);
        String role = request.getHeader(ROLE);
        return user == null || role == null
                ? Optional.empty()
                : Optional.of(read(user, role, request.getHeader(STATE)));
    }

    private static Actor read(String user, String roleId, @Nullable String iso3) {
        Role role = Role.find(roleId).orElseThrow();
        MemberState state = iso3 == null ? null : MemberState.find(iso3).orElseThrow();
        return new Actor(user, role, state);
    }
}
