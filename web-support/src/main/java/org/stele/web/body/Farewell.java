package org.stele.web.body;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.coyote.CloseNowException;
import org.springframework.http.HttpHeaders;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemResponse;

/** The refusal of a request whose body was not read: it closes the connection, in bounded time. */
public final class Farewell {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int TOO_SLOW = 408;

    private final ProblemResponse problems;

    public Farewell(ProblemResponse problems) {
        this.problems = problems;
    }

    /** Answers, and closes the connection where more of the body may come: it would be read as the next request. */
    public void refuse(Problem refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!hasBody(request)) {
            problems.write(refusal, request, response);
            return;
        }
        response.setHeader(HttpHeaders.CONNECTION, "close");
        problems.write(refusal, request, response);
        response.flushBuffer();
        boolean isWaiting = refusal.status() == TOO_SLOW || request.getHeader(HttpHeaders.EXPECT) != null;
        if (isWaiting || !isSentSoon(request)) {
            throw new CloseNowException();
        }
    }

    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** A client that is still sending does not read the answer: the rest of its body is read for a short time. */
    private static boolean isSentSoon(HttpServletRequest request) throws IOException {
        long until = System.nanoTime() + TIMEOUT.toNanos();
        InputStream coming = request.getInputStream();
        byte[] buffer = new byte[64 << 10];
        while (System.nanoTime() < until) {
            if (coming.read(buffer) < 0) {
                return true;
            }
        }
        return false;
    }
}
