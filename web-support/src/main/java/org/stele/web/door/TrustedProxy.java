package org.stele.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one proxy whose forwarded host, scheme and client are accepted.
 *
 * @param address null for none
 */
record TrustedProxy(@Nullable String address) {

    Optional<String> host(HttpServletRequest request) {
        return said(request, "X-Forwarded-Host");
    }

    Optional<String> scheme(HttpServletRequest request) {
        return said(request, "X-Forwarded-Proto");
    }

    Optional<String> client(HttpServletRequest request) {
        return said(request, "X-Forwarded-For");
    }

    private Optional<String> said(HttpServletRequest request, String header) {
        return address != null && address.equals(request.getRemoteAddr())
                ? Optional.ofNullable(request.getHeader(header))
                : Optional.empty();
    }
}
