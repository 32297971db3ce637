package org.stele.web.json;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.ResponseEntity;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemResponse;

/**
 * Refuses request bodies above a size, whether the client announced the size or sends in chunks; and those for which there is
 * no room beside the bodies of other requests, so that no crowd of clients fills the memory.
 */
public final class BodyLimit extends OncePerRequestFilter {

    /** Bytes in the body of any request. */
    public static final long MOST_BYTES = 1L << 20;
    /** Bytes in a file to import. */
    public static final long MOST_IMPORT_BYTES = 64L << 20;

    /** Bytes in the bodies of all requests that are being answered. */
    public static final long MOST_BYTES_AT_ONCE = 256L << 20;

    private static final String IMPORTS = "/api/v1/imports";

    private final ProblemResponse problems;
    private final long mostAtOnce;
    private final AtomicLong taken = new AtomicLong();

    public BodyLimit(ProblemResponse problems) {
        this(problems, MOST_BYTES_AT_ONCE);
    }

    BodyLimit(ProblemResponse problems, long mostAtOnce) {
        this.problems = problems;
        this.mostAtOnce = mostAtOnce;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        long most = path.equals(IMPORTS) || path.startsWith(IMPORTS + "/") ? MOST_IMPORT_BYTES : MOST_BYTES;
        if (request.getContentLengthLong() > most) {
            refuse(request, response, tooLarge(most));
            return;
        }
        Share share = new Share();
        try {
            if (share.take(Math.max(0, request.getContentLengthLong()))) {
                chain.doFilter(new Limited(request, most, share), response);
            } else {
                refuse(request, response, noRoom());
            }
        } finally {
            share.giveBack();
        }
    }

    /** What one request takes of the room for all; used by the thread that reads its body. */
    private final class Share {

        private long bytes;

        boolean take(long more) {
            bytes += more;
            return taken.addAndGet(more) <= mostAtOnce;
        }

        /** Room for what was read so far, where the client did not say how much it would be. */
        void cover(long read) {
            if (read > bytes && !take(read - bytes)) {
                throw noRoom().asException();
            }
        }

        void giveBack() {
            taken.addAndGet(-bytes);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        ResponseEntity<byte[]> answer = problems.of(problem, request);
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.getOutputStream().write(Objects.requireNonNull(answer.getBody()));
    }

    private static Problem tooLarge(long most) {
        return Problem.of(
                413,
                "body-too-large",
                String.format(Locale.ROOT, "Expected a body of at most %,d bytes. Send less at a time.", most));
    }

    private static Problem noRoom() {
        return Problem.of(
                503, "server-overloaded", "Too many requests are being answered. Send this one again shortly.");
    }

    /** A request whose body ends in a refusal once too much of it was read. */
    private static final class Limited extends HttpServletRequestWrapper {

        private final long most;
        private final Share share;

        Limited(HttpServletRequest request, long most, Share share) {
            super(request);
            this.most = most;
            this.share = share;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), most, share);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private final long most;
        private final Share share;
        private long seen;

        Counted(ServletInputStream body, long most, Share share) {
            this.body = body;
            this.most = most;
            this.share = share;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = body.read(into, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            seen += read;
            if (seen > most) {
                throw tooLarge(most).asException();
            }
            share.cover(seen);
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
