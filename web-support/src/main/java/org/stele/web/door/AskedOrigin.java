package org.stele.web.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets what comes after see the scheme and the host that the browser asked the one trusted proxy for: cookies are secure where it
 * asked by TLS, and addresses that are sent elsewhere lead back to it. It stands after the door, which admits the host.
 */
public final class AskedOrigin extends OncePerRequestFilter {

    private final TrustedProxy proxy;

    /** @param trustedProxy the address of the proxy; null for none */
    public AskedOrigin(@Nullable String trustedProxy) {
        this.proxy = new TrustedProxy(trustedProxy);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<URI> asked = asked(request);
        chain.doFilter(asked.isPresent() ? new Asked(request, asked.get()) : request, response);
    }

    /** Empty where no trusted proxy names an origin. */
    private Optional<URI> asked(HttpServletRequest request) {
        Optional<String> scheme = proxy.scheme(request).filter(said -> said.equals("http") || said.equals("https"));
        Optional<String> host = proxy.host(request);
        if (scheme.isEmpty() && host.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI origin =
                    URI.create(scheme.orElse(request.getScheme()) + "://" + host.orElse(request.getHeader("Host")));
            return Optional.of(origin).filter(named -> named.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The request as the proxy got it. */
    private static final class Asked extends HttpServletRequestWrapper {

        private final URI origin;

        Asked(HttpServletRequest request, URI origin) {
            super(request);
            this.origin = origin;
        }

        @Override
        public String getScheme() {
            return origin.getScheme();
        }

        @Override
        public boolean isSecure() {
            return origin.getScheme().equals("https");
        }

        @Override
        public String getServerName() {
            return origin.getHost();
        }

        @Override
        public int getServerPort() {
            if (origin.getPort() >= 0) {
                return origin.getPort();
            }
            return isSecure() ? 443 : 80;
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(origin.toString()).append(getRequestURI());
        }
    }
}
