package org.stele.web.quota;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stele.web.limit.Buckets;
import org.stele.web.problem.Problem;

/**
 * How many requests each of some owners may send, and how an answer says so: the header fields of the IETF's draft "RateLimit
 * header fields for HTTP". Safe for all threads.
 */
final class Policy {

    static final String POLICIES = "RateLimit-Policy";
    static final String STATES = "RateLimit";

    private final String name;
    private final String owners;
    private final String header;
    private final long eachMinute;
    private final Buckets<String> buckets;

    /**
     * @param name in the headers
     * @param owners of what a bucket is, in words, such as "one address"
     */
    Policy(String name, String owners, long capacity, long eachMinute, TimeMeter time) {
        this.name = name;
        this.owners = owners;
        this.eachMinute = eachMinute;
        this.header = "\"%s\";q=%s;w=%s".formatted(name, capacity, secondsToFill(capacity, eachMinute));
        this.buckets = new Buckets<>(capacity, eachMinute, time);
    }

    private static long secondsToFill(long capacity, long eachMinute) {
        return Math.ceilDiv(60 * capacity, eachMinute);
    }

    /** Takes one request of the owner, and says in the answer what is left; the refusal where nothing was. */
    @Nullable
    Problem take(String owner, HttpServletResponse response) {
        ConsumptionProbe probe = buckets.of(owner).tryConsumeAndReturnRemaining(1);
        response.addHeader(POLICIES, header);
        response.addHeader(
                STATES,
                "\"%s\";r=%s;t=%s"
                        .formatted(name, probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset())));
        return probe.isConsumed() ? null : refusal(seconds(probe.getNanosToWaitForRefill()), response);
    }

    private Problem refusal(long seconds, HttpServletResponse response) {
        TooMany.retryAfter(seconds, response);
        return Problem.of(
                429,
                "too-many-requests",
                "Expected at most %s requests a minute from %s. Send this one again in %s seconds, and fewer at a time."
                        .formatted(eachMinute, owners, seconds));
    }

    /** At least a second. */
    private static long seconds(long nanos) {
        return Math.max(1, Duration.ofNanos(nanos).plusMillis(999).toSeconds());
    }
}
