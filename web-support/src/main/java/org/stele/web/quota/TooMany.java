package org.stele.web.quota;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/** What every refusal for too many requests says beside its problem. */
final class TooMany {

    private TooMany() {}

    static void retryAfter(long seconds, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
