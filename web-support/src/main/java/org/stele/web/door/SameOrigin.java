package org.stele.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Detects requests that another site makes through a reader's browser.
 *
 * <p>A browser states in a header that no page can set whether a request comes from the same origin, and with most
 * requests it names the origin. That must be the requested one: the request's own or, through the one trusted proxy,
 * the one that the proxy was asked for. Where both are stated, both must hold. A request that states neither comes from
 * no browser.
 */
final class SameOrigin {

    private static final String SITE = "Sec-Fetch-Site";
    private static final Set<String> FROM_HERE = Set.of("same-origin", "none");

    private final TrustedProxy proxy;

    SameOrigin(TrustedProxy proxy) {
        this.proxy = proxy;
    }

    /** Whether the request says that another site makes it. */
    boolean isDenied(HttpServletRequest request) {
        return isFromOtherSite(request)
                || Collections.list(request.getHeaders(HttpHeaders.ORIGIN)).stream()
                        .anyMatch(origin -> !isAskedOrigin(request, origin));
    }

    /** Whether the request states its origin at all. */
    boolean isSaid(HttpServletRequest request) {
        return request.getHeader(SITE) != null || request.getHeader(HttpHeaders.ORIGIN) != null;
    }

    /** Whether a page of another site embeds this, as opposed to following a link to it. */
    boolean isLoadedElsewhere(HttpServletRequest request) {
        return isFromOtherSite(request) && !"navigate".equals(request.getHeader("Sec-Fetch-Mode"));
    }

    private static boolean isFromOtherSite(HttpServletRequest request) {
        List<String> sites = Collections.list(request.getHeaders(SITE));
        return !FROM_HERE.containsAll(sites);
    }

    private boolean isAskedOrigin(HttpServletRequest request, String origin) {
        String scheme = proxy.scheme(request).orElse(request.getScheme());
        return same(origin, scheme, proxy.host(request).orElse(request.getHeader(HttpHeaders.HOST)));
    }

    /** Browsers write scheme and host in lower case and omit the scheme's default port. */
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
