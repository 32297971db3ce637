package org.stele.web.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stele.web.body.Farewell;
import org.stele.web.problem.FieldError;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemException;
import org.stele.web.problem.ProblemResponse;

/**
 * Admits requests for this host under its own names, and refuses changes requested by pages of other sites.
 *
 * <p>A page of any site can make a browser on this machine send requests. A page of a site whose name resolves to this
 * machine (DNS rebinding) is of the same origin as the request; only the Host header reveals it.
 */
public final class Door extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final List<String> FORMS = List.of("/file", "/sign-in", "/sign-out", "/invitations", "/account");
    private static final String ACTUATOR = "/actuator";

    private final Farewell farewell;
    private final Set<HostName> hosts;
    private final TrustedProxy proxy;
    private final SameOrigin sameOrigin;
    private final Forwarded forwarded;

    /**
     * @param hosts names of this service beside the loopback names
     * @param trustedProxy the address of the proxy whose forwarded host is accepted; null for none
     */
    public Door(ProblemResponse problems, Collection<String> hosts, @Nullable String trustedProxy) {
        this.farewell = new Farewell(problems);
        this.hosts = hosts.stream().map(HostName::stated).collect(Collectors.toUnmodifiableSet());
        this.proxy = new TrustedProxy(trustedProxy);
        this.sameOrigin = new SameOrigin(proxy);
        this.forwarded = new Forwarded(trustedProxy);
    }

    /**
     * Refuses a configured host name that is not valid.
     *
     * @throws IllegalArgumentException with what was expected
     */
    public static void requireNames(String... hosts) {
        for (String host : hosts) {
            HostName.stated(host);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Problem refusal = refusal(request);
        if (refusal == null) {
            chain.doFilter(!request.isSecure() && forwarded.isSecure(request) ? new ByTls(request) : request, response);
        } else {
            farewell.refuse(refusal, request, response);
        }
    }

    /** A request that came to the trusted proxy by TLS: what is answered, such as a cookie, is for TLS alone. */
    private static final class ByTls extends HttpServletRequestWrapper {

        ByTls(HttpServletRequest request) {
            super(request);
        }

        @Override
        public boolean isSecure() {
            return true;
        }
    }

    private @Nullable Problem refusal(HttpServletRequest request) {
        if (!isKnownHost(request)) {
            return Problem.of(
                    421,
                    "host-not-allowed",
                    "Nothing is served under the host's name of this request. Ask for 127.0.0.1, localhost or [::1], or have"
                            + " the operator add the name to STELE_HOSTS.");
        }
        if (READING.contains(request.getMethod())) {
            return sameOrigin.isLoadedElsewhere(request) ? ofOtherSite("loaded into a page of") : null;
        }
        String path = request.getServletPath();
        boolean isForm = FORMS.stream().anyMatch(form -> path.equals(form) || path.startsWith(form + "/"));
        if (sameOrigin.isDenied(request) || isForm && !sameOrigin.isSaid(request)) {
            return isForm
                    ? Problem.of(403, "cross-origin-form", "This form was posted from another site. Open it here.")
                    : ofOtherSite("sent by");
        }
        return path.startsWith(ACTUATOR) ? refusalOfOperation(request) : null;
    }

    private boolean isKnownHost(HttpServletRequest request) {
        List<String> asked = Collections.list(request.getHeaders("Host"));
        return asked.size() == 1
                && isKnown(asked.getFirst())
                && proxy.host(request).map(this::isKnown).orElse(true);
    }

    private boolean isKnown(String header) {
        return HostName.inHeader(header)
                .filter(name -> name.isLoopback() || hosts.contains(name))
                .isPresent();
    }

    private static Problem ofOtherSite(String how) {
        return Problem.of(
                403,
                "cross-origin-request",
                "This request was %s another site. Ask from here, or with a program.".formatted(how));
    }

    /**
     * An operation changes what is served, as a command does: no form of any page can send it, and no other machine.
     */
    private static @Nullable Problem refusalOfOperation(HttpServletRequest request) {
        try {
            Nearness.require(request);
        } catch (ProblemException elsewhere) {
            return elsewhere.problem();
        }
        String type = request.getContentType();
        return isJson(type)
                ? null
                : Problem.of(
                        415,
                        "unsupported-media-type",
                        "This address reads application/json, got %s. Set the Content-Type header."
                                .formatted(type == null ? "none" : FieldError.shown(type)));
    }

    private static boolean isJson(@Nullable String type) {
        try {
            MediaType parsed = type == null ? MediaType.ALL : MediaType.parseMediaType(type);
            String subtype = parsed.getSubtype();
            return parsed.getType().equals("application") && (subtype.equals("json") || subtype.endsWith("+json"));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
