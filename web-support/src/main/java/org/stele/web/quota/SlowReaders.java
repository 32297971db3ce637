package org.stele.web.quota;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stele.web.limit.Limit;
import org.stele.web.limit.Limits;

/**
 * Closes the connection of a client that takes its answer too slowly. The connector itself only requires that something is taken
 * now and then. Only the time counts that the server waits in a write.
 */
final class SlowReaders extends OncePerRequestFilter {

    private final Duration window;
    private final long bytesInWindow;

    /** @param window the time of waiting after which so much must have been taken */
    SlowReaders(Limits limits, Duration window) {
        this.window = window;
        this.bytesInWindow = limits.of(Limit.READER_BYTES_A_SECOND) * window.toMillis() / 1_000;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Watched(response));
    }

    private final class Watched extends HttpServletResponseWrapper {

        private @Nullable ServletOutputStream out;

        Watched(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            ServletOutputStream known = out;
            if (known == null) {
                known = new Timed(super.getOutputStream());
                out = known;
            }
            return known;
        }
    }

    /** Writes in pieces, so that the time of each is known. */
    private final class Timed extends ServletOutputStream {

        private static final int PIECE = 8 << 10;

        private final ServletOutputStream out;
        private long waitedNanos;
        private long bytes;

        Timed(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            for (int done = 0; done < length; done += PIECE) {
                int piece = Math.min(PIECE, length - done);
                long began = System.nanoTime();
                out.write(from, offset + done, piece);
                requirePace(System.nanoTime() - began, piece);
            }
        }

        private void requirePace(long nanos, int written) throws IOException {
            waitedNanos += nanos;
            bytes += written;
            if (waitedNanos < window.toNanos()) {
                return;
            }
            if (bytes < bytesInWindow) {
                throw new CloseNowException("The client took %s bytes in %s".formatted(bytes, window));
            }
            waitedNanos = 0;
            bytes = 0;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
