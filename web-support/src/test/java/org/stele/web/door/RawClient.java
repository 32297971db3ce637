package org.stele.web.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are: other clients do not let anybody choose the Host header. */
record RawClient(int port) {

    private static final int PATIENCE_MILLIS = 20_000;

    /** The whole answer to a request whose lines are divided by |. The connection is closed after it. */
    String send(String lines) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String request = lines.replace("|", "\r\n").replace("PORT", Integer.toString(port));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request over HTTP/1.1 with these headers, divided by |. */
    String send(String requestLine, String headers) {
        return send(requestLine + " HTTP/1.1|" + (headers.isEmpty() ? "" : headers + "|") + "Connection: close||");
    }

    static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }
}
