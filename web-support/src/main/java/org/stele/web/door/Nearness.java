package org.stele.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stele.web.problem.Problem;

/**
 * Whether a request was made on this machine. Its address alone does not tell: a proxy on this machine forwards for
 * others, and a page in a local browser requests for its author.
 */
public final class Nearness {

    /** Headers by which proxies say that they forward for another client. */
    private static final Set<String> FORWARDING = Set.of(
            "forwarded",
            "via",
            "cdn-loop",
            "max-forwards",
            "client-ip",
            "true-client-ip",
            "cf-connecting-ip",
            "fastly-client-ip",
            "remote-addr",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-remote-addr",
            "x-remote-ip",
            "x-originating-ip",
            "x-appengine-user-ip",
            "x-azure-clientip",
            "x-host",
            "x-http-host-override",
            "x-rewrite-url",
            "wl-proxy-client-ip",
            "proxy-client-ip");

    private static final List<String> FORWARDING_BEGINNINGS =
            List.of("x-forwarded", "x-forward-", "x-original-", "x-envoy-", "x-proxy");

    private Nearness() {}

    /** Refuses (403) every request that may come from another machine. */
    public static void require(HttpServletRequest request) {
        String sign = signOfElsewhere(request);
        if (!sign.isEmpty()) {
            throw Problem.of(
                            403,
                            "actor-not-local",
                            "This is believed from this machine alone, and asked for directly: %s. ".formatted(sign)
                                    + "Ask at 127.0.0.1 or localhost without a proxy between.")
                    .asException();
        }
    }

    /** Whether the request was made on this machine, and is no page's and no proxy's. */
    public static boolean isHere(HttpServletRequest request) {
        return signOfElsewhere(request).isEmpty();
    }

    private static String signOfElsewhere(HttpServletRequest request) {
        if (!isLoopback(request.getRemoteAddr())) {
            return "the request came from another machine";
        }
        if (!isAskedAsLoopback(request)) {
            return "the Host header is no name of this machine for itself";
        }
        for (String name : Collections.list(request.getHeaderNames())) {
            if (isForwarding(name.toLowerCase(Locale.ROOT))) {
                return "the header %s says that it was forwarded".formatted(name);
            }
        }
        // The version that proxies use which add no header, such as an nginx with default settings.
        return request.getProtocol().equals("HTTP/1.0") ? "the request is HTTP/1.0, as proxies speak it" : "";
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // An address that cannot be read is not this machine's.
        }
    }

    private static boolean isAskedAsLoopback(HttpServletRequest request) {
        List<String> hosts = Collections.list(request.getHeaders("Host"));
        return hosts.size() == 1
                && HostName.inHeader(hosts.getFirst())
                        .filter(HostName::isLoopback)
                        .isPresent();
    }

    private static boolean isForwarding(String name) {
        return FORWARDING.contains(name) || FORWARDING_BEGINNINGS.stream().anyMatch(name::startsWith);
    }
}
