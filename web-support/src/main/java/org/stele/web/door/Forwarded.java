package org.stele.web.door;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Who sends a request and what for: by the connection, or by the word of the one trusted proxy. Safe for all threads. */
public final class Forwarded {

    private final TrustedProxy proxy;

    /** @param trustedProxy the address of the proxy; null for none */
    public Forwarded(@Nullable String trustedProxy) {
        this.proxy = new TrustedProxy(trustedProxy);
    }

    /**
     * The address of the client, by which requests are counted: of IPv6 the first half, since one household has all of the other.
     * A proxy may append to what a client sent; so its last word is its own.
     */
    public String client(HttpServletRequest request) {
        String address = proxy.client(request)
                .map(said -> said.substring(said.lastIndexOf(',') + 1).strip())
                .orElse(request.getRemoteAddr());
        return address.contains(":") ? firstHalf(address) : address;
    }

    private static String firstHalf(String address) {
        String[] groups = address.replaceAll("[\\[\\]]|%.*", "").split(":", -1);
        StringBuilder half = new StringBuilder();
        for (int i = 0; i < Math.min(4, groups.length) && !groups[i].isEmpty(); i++) {
            half.append(groups[i]).append(':');
        }
        return half.append(':').toString();
    }

    /** Whether the client asks by TLS: of this service, or of the proxy. */
    public boolean isSecure(HttpServletRequest request) {
        return request.isSecure()
                || proxy.scheme(request).filter("https"::equalsIgnoreCase).isPresent();
    }

    /** The origin that the client asked, such as {@code http://localhost:8080}. */
    public String origin(HttpServletRequest request) {
        String scheme = proxy.scheme(request).orElse(request.getScheme());
        return scheme + "://" + proxy.host(request).orElse(request.getHeader(HttpHeaders.HOST));
    }
}
