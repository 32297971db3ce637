package org.stele.command.filing;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.stele.web.problem.Problem;

/**
 * Refuses forms that another site posts through the reader's browser.
 *
 * <p>A browser that reaches us safely says itself whether a post comes from the same origin, in a header that no page can
 * set; that holds whatever a proxy made of the host. Any other browser names the origin, which must be the one that it
 * asked: that of the request or, where the request came through the one trusted proxy, the one that the proxy was asked
 * for. A post that says neither is no browser's: programs have the API.
 */
final class SameOrigin {

    private final @Nullable String trustedProxy;

    /** @param trustedProxy the address of the proxy whose word on the asked host and scheme is taken; null for none */
    SameOrigin(@Nullable String trustedProxy) {
        this.trustedProxy = trustedProxy;
    }

    void require(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        boolean isFromHere = site == null
                ? isAskedOrigin(request, request.getHeader(HttpHeaders.ORIGIN))
                : site.equals("same-origin") || site.equals("none");
        if (!isFromHere) {
            throw Problem.of(
                            403, "cross-origin-form", "This form was posted from another site. Open it here, on /file.")
                    .asException();
        }
    }

    private boolean isAskedOrigin(HttpServletRequest request, @Nullable String origin) {
        boolean isForwarded = trustedProxy != null && trustedProxy.equals(request.getRemoteAddr());
        String host = isForwarded ? request.getHeader("X-Forwarded-Host") : null;
        String scheme = isForwarded ? request.getHeader("X-Forwarded-Proto") : null;
        return origin != null
                && same(
                        origin,
                        scheme == null ? request.getScheme() : scheme,
                        host == null ? request.getHeader(HttpHeaders.HOST) : host);
    }

    /** Browsers write scheme and host small and leave the scheme's own port out. */
    private static boolean same(String origin, String scheme, @Nullable String host) {
        try {
            URI asked = URI.create(scheme + "://" + host);
            String port = asked.getPort() < 0 || asked.getPort() == ownPort(scheme) ? "" : ":" + asked.getPort();
            return origin.equals((scheme + "://" + asked.getHost()).toLowerCase(Locale.ROOT) + port);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int ownPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
