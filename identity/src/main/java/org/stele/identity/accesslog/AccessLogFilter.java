package org.stele.identity.accesslog;

import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stele.events.Actor;
import org.stele.identity.accesslog.AccessEntry.What;

/** Logs a request at its end, where it is one to log. It stands outside the filters of sign-in, which refuse without others. */
final class AccessLogFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);

    /** What follows is the secret of an invitation, or the reference of a person, whose key may be shredded. */
    private static final List<String> KEPT_SHORT = List.of("/invitations/", "/api/v1/subjects/");

    /** Refusals of nobody in particular that are kept whole, so many at once and a minute; the rest are counted. */
    private static final int MOST_OF_NOBODY = 300;

    private final AccessLog log;
    private final Bucket ofNobody = Bucket.builder()
            .addLimit(limit -> limit.capacity(MOST_OF_NOBODY).refillGreedy(MOST_OF_NOBODY, Duration.ofMinutes(1)))
            .build();

    AccessLogFilter(AccessLog log) {
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            log(request, response);
        }
    }

    private void log(HttpServletRequest request, HttpServletResponse response) {
        int status = response.getStatus();
        @Nullable Actor actor = Noted.actor(request).orElse(null);
        Optional<Noted.Note> note = Noted.note(request);
        boolean isRefusal = REFUSALS.contains(status);
        if (actor == null && (isRefusal || note.isPresent()) && !ofNobody.tryConsume(1)) {
            log.lose(1);
        } else if (note.isPresent()) {
            Noted.Note said = note.get();
            log.record(said.what(), said.outcome(), actor, address(request), said.detail());
        } else if (isRefusal) {
            log.record(What.REFUSAL, "refused " + status, actor, address(request), request.getMethod());
        } else if (isAccountChange(request, status)) {
            log.record(What.ACCOUNT, AccessEntry.DONE, actor, address(request), null);
        } else if (READING.contains(request.getMethod()) && status < HttpServletResponse.SC_BAD_REQUEST) {
            Confidential.of(actor, request.getServletPath(), isJsonLines(response), isAsPublic(request))
                    .ifPresent(what -> log.record(what, AccessEntry.DONE, actor, address(request), null));
        }
    }

    private static boolean isAccountChange(HttpServletRequest request, int status) {
        String path = request.getServletPath();
        return request.getMethod().equals("POST")
                && status < HttpServletResponse.SC_BAD_REQUEST
                && (path.startsWith("/account/") || path.startsWith("/invitations/"));
    }

    private static boolean isJsonLines(HttpServletResponse response) {
        return Objects.requireNonNullElse(response.getContentType(), "").startsWith("application/jsonl");
    }

    /** By the parameter that the answer goes by, and by nothing else that a query may hold. */
    private static boolean isAsPublic(HttpServletRequest request) {
        return Arrays.equals(request.getParameterValues("audience"), new String[] {"PUBLIC"});
    }

    /** Without what was typed behind it, and without secrets and references to persons: what is written here stays for ever. */
    private static String address(HttpServletRequest request) {
        String path = request.getServletPath();
        return KEPT_SHORT.stream()
                .filter(path::startsWith)
                .findFirst()
                .map(beginning -> beginning + "...")
                .orElse(path);
    }
}
