package org.stele.web.accept;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rewrites an Accept header as an explicit list: the accepted media types, by preference. The web framework itself
 * would accept a type of quality 0, and rank a specific range above a preferred one.
 */
public final class AcceptedForms extends OncePerRequestFilter {

    /** A media type that nothing here answers in, for a client that accepts none of ours. */
    private static final String NONE = "application/x-none";

    /** Addresses whose media types are not listed here. */
    private static final List<String> OTHERS = List.of("/assets/", "/favicon.ico", "/actuator", "/v3/");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = String.join(", ", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        Accept accept = header.isBlank() ? null : Accept.of(header);
        boolean isOurs = OTHERS.stream().noneMatch(request.getRequestURI()::startsWith);
        chain.doFilter(accept != null && isOurs ? new WrittenOut(request, written(accept)) : request, response);
    }

    private static String written(Accept accept) {
        String forms = accept.inOrder().stream().map(MediaType::toString).collect(Collectors.joining(", "));
        return forms.isEmpty() ? NONE : forms;
    }

    private static final class WrittenOut extends HttpServletRequestWrapper {

        private final String accept;

        WrittenOut(HttpServletRequest request, String accept) {
            super(request);
            this.accept = accept;
        }

        @Override
        public String getHeader(String name) {
            return isAccept(name) ? accept : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isAccept(name) ? Collections.enumeration(List.of(accept)) : super.getHeaders(name);
        }

        private static boolean isAccept(String name) {
            return HttpHeaders.ACCEPT.equalsIgnoreCase(name);
        }
    }
}
