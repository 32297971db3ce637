package org.stele.identity.guess;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.stele.web.problem.Problem;

/** Says that somebody has to wait before the next password is looked at. */
public final class TooManyGuesses extends AuthenticationException {

    private final Duration wait;

    TooManyGuesses(Duration wait) {
        super("Too many guesses");
        this.wait = wait;
    }

    /** At least a second. */
    public long waitSeconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    public Problem problem() {
        return Problem.of(
                429,
                "too-many-guesses",
                "Too many passwords or codes were tried from where you are. Wait %s seconds and try again, or sign in with a passkey."
                        .formatted(waitSeconds()));
    }

    /** With Retry-After. */
    public HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(waitSeconds()));
        return headers;
    }
}
