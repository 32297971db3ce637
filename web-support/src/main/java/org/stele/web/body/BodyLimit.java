package org.stele.web.body;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stele.web.limit.Limit;
import org.stele.web.limit.Limits;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemResponse;

/**
 * Passes a request on when its body has arrived completely, and refuses bodies that are too large, too slow, or above
 * the total limit.
 *
 * <p>Only received bytes count, and a slow body takes a little memory and a file: clients that stop sending delay
 * nobody. Imports and list versions have limits of their own.
 */
public final class BodyLimit extends OncePerRequestFilter {

    private static final String IMPORTS = "/api/v1/imports";
    private static final String LISTS = "/api/v1/list-versions";

    private final Farewell farewell;
    private final Kind commands;
    private final Kind imports;
    private final Kind lists;

    /** When a body counts. */
    private enum Counted {
        WHEN_WHOLE,
        AS_IT_COMES
    }

    private record Kind(long mostBytes, Pace pace, Room room, Counted counted) {}

    /** @param commands the required rate of every body except an import's */
    public BodyLimit(ProblemResponse problems, Limits limits, Pace commands, Pace imports) {
        this.farewell = new Farewell(problems);
        long atOnce = limits.of(Limit.BODY_BYTES_AT_ONCE);
        long importsAtOnce = limits.of(Limit.IMPORT_BYTES_AT_ONCE);
        this.commands = new Kind(limits.of(Limit.BODY_BYTES), commands, new Room(atOnce), Counted.WHEN_WHOLE);
        this.imports = new Kind(limits.of(Limit.IMPORT_BYTES), imports, new Room(importsAtOnce), Counted.AS_IT_COMES);
        this.lists = new Kind(limits.of(Limit.LIST_BYTES), imports, new Room(atOnce), Counted.AS_IT_COMES);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!Farewell.hasBody(request)) {
            chain.doFilter(request, response);
            return;
        }
        String path = request.getServletPath();
        Kind kind = kind(path);
        try (KeptBody body = new KeptBody();
                Room.Share share = kind.room().share()) {
            Problem refusal = receive(request, kind, body, share);
            if (refusal == null) {
                chain.doFilter(new ArrivedRequest(request, body), response);
            } else {
                farewell.refuse(refusal, request, response);
            }
        } catch (SilentClient silent) {
            // The container has set its answer, 408; with the exception that it stores the answer would become 500.
            request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
        }
    }

    private Kind kind(String path) {
        if (path.equals(IMPORTS) || path.startsWith(IMPORTS + "/")) {
            return imports;
        }
        return path.equals(LISTS) ? lists : commands;
    }

    /** Reads the body to its end; the problem where that is refused. */
    private static @Nullable Problem receive(HttpServletRequest request, Kind kind, KeptBody body, Room.Share share)
            throws IOException {
        if (request.getContentLengthLong() > kind.mostBytes()) {
            return tooLarge(kind);
        }
        Pace.Watch watch = kind.pace().start(System.nanoTime());
        InputStream coming = request.getInputStream();
        byte[] buffer = new byte[8 << 10];
        for (int read = next(coming, buffer); read >= 0; read = next(coming, buffer)) {
            body.add(buffer, read);
            if (body.size() > kind.mostBytes()) {
                return tooLarge(kind);
            }
            if (kind.counted() == Counted.AS_IT_COMES && !share.take(read)) {
                return noRoom();
            }
            if (!watch.isKept(read, System.nanoTime())) {
                return tooSlow(kind);
            }
        }
        return kind.counted() == Counted.WHEN_WHOLE && !share.take(body.size()) ? noRoom() : null;
    }

    private static int next(InputStream coming, byte[] buffer) throws IOException {
        try {
            return coming.read(buffer);
        } catch (IOException e) {
            boolean isTimeout = e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException;
            throw isTimeout ? new SilentClient(e) : e;
        }
    }

    /** A client that sent nothing for so long that the connector closed its input. */
    private static final class SilentClient extends IOException {

        SilentClient(IOException cause) {
            super(cause);
        }
    }

    private static Problem tooLarge(Kind kind) {
        return Problem.of(
                413,
                "body-too-large",
                String.format(
                        Locale.ROOT, "Expected a body of at most %,d bytes. Send less at a time.", kind.mostBytes()));
    }

    private static Problem tooSlow(Kind kind) {
        return Problem.of(
                408,
                "body-too-slow",
                "The body came too slowly; expected %s. Send it again over a better connection, or in parts."
                        .formatted(kind.pace().inWords()));
    }

    private static Problem noRoom() {
        return Problem.of(
                503, "server-overloaded", "Too many requests are being answered. Send this one again shortly.");
    }
}
