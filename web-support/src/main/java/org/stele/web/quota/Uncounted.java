package org.stele.web.quota;

import jakarta.servlet.http.HttpServletRequest;

/** Requests that cost nearly nothing. */
final class Uncounted {

    private static final String HEALTH = "/actuator/health";

    private Uncounted() {}

    static boolean isHealth(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
    }

    /** What every page loads, for which nobody is looked up. */
    static boolean isPartOfPage(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/assets/") || path.equals("/favicon.ico");
    }
}
