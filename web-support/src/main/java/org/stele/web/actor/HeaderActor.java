package org.stele.web.actor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.Actor;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.web.door.Nearness;
import org.stele.web.problem.FieldError;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemException;

/** Reads the actor from three headers. A header proves nothing, so they are accepted from this machine only. */
public final class HeaderActor {

    public static final String USER = "X-Stele-User";
    public static final String ROLE = "X-Stele-Role";
    public static final String STATE = "X-Stele-State";

    private static final Pattern STAFF_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private HeaderActor() {}

    /** The actor of the request; throws a problem where the headers name none. */
    public static Actor of(HttpServletRequest request) {
        Nearness.require(request);
        String user = request.getHeader(USER);
        String role = request.getHeader(ROLE);
        if (user == null || role == null) {
            throw missing();
        }
        return read(user, role, request.getHeader(STATE));
    }

    /** The actor of the request; empty where no header names any. */
    public static Optional<Actor> find(HttpServletRequest request) {
        boolean isNamed = Stream.of(USER, ROLE, STATE).anyMatch(name -> request.getHeader(name) != null);
        return isNamed ? Optional.of(of(request)) : Optional.empty();
    }

    /** The actor named in a form, accepted from this machine only; errors name the corresponding headers. */
    public static Actor local(HttpServletRequest request, String user, String role, String iso3) {
        Nearness.require(request);
        return read(user, role, iso3);
    }

    private static ProblemException missing() {
        return Problem.of(
                        401,
                        "actor-missing",
                        ("Say who asks: send %s (a staff id), %s (such as signatory) and, for a role of a Member State, %s"
                                        + " (such as NOR).")
                                .formatted(USER, ROLE, STATE))
                .asException();
    }

    private static Actor read(String user, String roleId, @Nullable String iso3) {
        List<FieldError> errors = new ArrayList<>();
        if (!STAFF_ID.matcher(user).matches()) {
            errors.add(new FieldError(USER, "Expected 1 to 64 of the characters A-Z a-z 0-9 . _ -", user));
        }
        Role role = Role.find(roleId).orElse(null);
        if (role == null) {
            String known = Stream.of(Role.values()).map(Role::id).collect(Collectors.joining(", "));
            errors.add(new FieldError(ROLE, "Expected one of " + known + ".", roleId));
        }
        MemberState state = iso3 == null ? null : MemberState.find(iso3).orElse(null);
        if (iso3 != null && state == null) {
            errors.add(new FieldError(STATE, "Expected the alpha-3 code of a Member State, such as NOR.", iso3));
        } else if (role != null && role.isOfMemberState() != (iso3 != null)) {
            errors.add(new FieldError(
                    STATE,
                    role.isOfMemberState()
                            ? "The role %s acts for a Member State: send its alpha-3 code.".formatted(roleId)
                            : "The role %s acts for no Member State: leave the header out.".formatted(roleId),
                    iso3));
        }
        if (role == null || !errors.isEmpty()) {
            throw Problem.of(400, "actor-invalid", "The headers that name an actor are wrong. Correct them.")
                    .withErrors(errors)
                    .asException();
        }
        return new Actor(user, role, state);
    }
}
