package org.stele.standalone.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.stream.Stream;

/** Requests that no client library sends: broken lines, lengths that lie, several in one. */
public final class RawRequests {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final String HOST = "Host: 127.0.0.1\r\nConnection: close\r\n";
    private static final String POST =
            "POST /api/v1/attestations HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\n";

    private RawRequests() {}

    /** Each as it is sent. */
    public static List<String> all() {
        Stream<String> paths = Stream.of(
                        "/api/v1/states/%zz",
                        "/api/v1/states/%",
                        "/%c0%ae%c0%ae/etc/passwd",
                        "/..;/actuator/env",
                        "/api/v1/../../etc/passwd",
                        "/%2e%2e/%2e%2e/etc/passwd",
                        "/api/v1/states/RUS%00.csv",
                        "/\\..\\..\\x",
                        "//evil.example/x",
                        "http://evil.example/x",
                        "/" + "a".repeat(20_000),
                        "/?" + "a=b&".repeat(5_000),
                        "/api/v1/events?after=%ff%fe",
                        "/api/v1/events?[]=1",
                        "*",
                        "x",
                        "/api/v1/states/RUS;jsessionid=1",
                        "/api/v1/states/RUS/",
                        "/API/v1/board",
                        "/api/v1/board?knownOn=2019-12-22&knownOn=2019-12-23")
                .map(path -> "GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n");
        Stream<String> lines = Stream.of(
                "GET\r\n\r\n",
                "\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: 127.0.0.1@evil.example\r\n\r\n",
                "GET / HTTP/1.1\r\n" + HOST + "X\u0000: a\r\n\r\n",
                "GET / HTTP/1.1\r\n" + HOST + "X: a\u0000b\r\n\r\n",
                "GET / HTTP/1.1\r\n" + HOST + " folded: x\r\n\r\n",
                "GET / HTTP/1.1\r\n" + HOST + "X: " + "a".repeat(20_000) + "\r\n\r\n",
                "GET / HTTP/1.1\r\n" + HOST + "X: a\r\n".repeat(2_000) + "\r\n",
                "G\u0001T / HTTP/1.1\r\n" + HOST + "\r\n",
                "GET / HTTP/1.1\r\n" + HOST + "Cookie: stele-session=\u00ff\u0000\r\n\r\n",
                "GET / HTTP/1.1\r\n" + HOST + "Authorization: Bearer " + "a".repeat(7_000) + "\r\n\r\n",
                "GET / HTTP/1.1\r\n" + HOST + "Authorization: Basic \u00ff\r\n\r\n",
                "GET / HTTP/1.0\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        Stream<String> bodies = Stream.of(
                        "Content-Length: -1\r\n\r\n",
                        "Content-Length: 99999999999999999999\r\n\r\n",
                        "Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}   ",
                        "Content-Length: 1000000000\r\n\r\n",
                        "Content-Length: x\r\n\r\n",
                        "Content-Length: 0\r\n\r\n",
                        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n",
                        "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
                        "Transfer-Encoding: chunked\r\n\r\n-1\r\n",
                        "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                        "Transfer-Encoding: chunked\r\n\r\n2;" + "a".repeat(20_000) + "\r\n{}\r\n0\r\n\r\n")
                .map(rest -> POST + rest);
        return Stream.of(paths, lines, bodies).flatMap(every -> every).toList();
    }

    /** The answer's first line and what follows; empty where the connection was closed without one. */
    public static String answer(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (java.net.SocketException closed) {
            return "";
        }
    }
}
