package org.stele.web.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stele.web.api.SampleApplication;

/** A client that takes an answer too slowly loses its connection. */
@SpringBootTest(
        classes = SampleApplication.class,
        properties = {
            "stele.web.silence=2s",
            "stele.limit.reader-bytes-a-second=1048576",
            "spring.threads.virtual.enabled=true"
        },
        webEnvironment = WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SlowReadersTest {

    private static final int SMALL_WINDOW = 16 << 10;

    private final int port;

    SlowReadersTest(@LocalServerPort int port) {
        this.port = port;
    }

    /** The first takes nothing for the connector to notice; the second takes something all the time, and too little. */
    @ParameterizedTest
    @CsvSource({"1, 1000", "65536, 250"})
    void is_let_go(int bytesAtATime, long pauseMillis) throws Exception {
        SampleApplication.streamed().drainPermits();
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(SMALL_WINDOW);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream()
                    .write("GET /api/v1/stream HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(isEndedWhileReading(socket, bytesAtATime, pauseMillis)).isTrue();
        }
    }

    /** Whether the server gave up, within the time of 60 reads. */
    private static boolean isEndedWhileReading(Socket socket, int bytesAtATime, long pauseMillis)
            throws IOException, InterruptedException {
        InputStream in = socket.getInputStream();
        for (int reads = 0; reads < 60; reads++) {
            in.readNBytes(bytesAtATime);
            if (SampleApplication.streamed().tryAcquire(pauseMillis, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }
}
