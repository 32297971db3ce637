package org.stele.command.filing;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.stele.web.problem.Problem;

/** Refuses forms that another site posts through the reader's browser. Browsers name the origin of every post. */
final class SameOrigin {

    private SameOrigin() {}

    static void require(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean fromHere = site == null || site.equals("same-origin") || site.equals("none");
        if (!fromHere || !isThisHost(origin, request.getHeader(HttpHeaders.HOST))) {
            throw Problem.of(
                            403, "cross-origin-form", "This form was posted from another site. Open it here, on /file.")
                    .asException();
        }
    }

    private static boolean isThisHost(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equals(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
