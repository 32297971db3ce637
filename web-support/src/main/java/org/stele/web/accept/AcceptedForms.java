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
 * Writes out what an Accept header means: the forms that are taken, by name and the best liked first. The web framework
 * itself would take a form of quality 0, and put a particular range before a better liked one.
 */
public final class AcceptedForms extends OncePerRequestFilter {

    /** What nothing here answers in, for a client that takes none of our forms. */
    private static final String NONE = "application/x-none";

    /** Addresses whose forms are not ours to list. */
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
