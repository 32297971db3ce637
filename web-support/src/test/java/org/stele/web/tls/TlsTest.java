package org.stele.web.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.env.MockEnvironment;
import org.stele.web.api.SampleApplication;

/** A service with a certificate: what it answers, and how the certificate is replaced. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(OutputCaptureExtension.class)
class TlsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private record Answer(String subject, String text) {}

    @Test
    void a_replaced_certificate_is_used_without_a_restart_and_one_that_does_not_fit_is_not(CapturedOutput log)
            throws Exception {
        Path certificate = directory.resolve("certificate.pem");
        Path key = directory.resolve("key.pem");
        PemPair.of("first", directory).write(certificate, key);
        PemPair second = PemPair.of("second", directory);
        try (ConfigurableApplicationContext stele = start(certificate, key)) {
            Answer first = ask(stele);
            assertThat(first.subject()).isEqualTo("CN=first");
            assertThat(first.text()).contains("Strict-Transport-Security: max-age=31536000");

            Files.writeString(certificate, second.certificate());
            await().atMost(PATIENCE).until(() -> log.getAll().contains("SSL reload"));
            assertThat(ask(stele).subject()).isEqualTo("CN=first");

            Files.writeString(key, second.key());
            await().atMost(PATIENCE).until(() -> ask(stele).subject().equals("CN=second"));
            assertThat(log.getAll())
                    .doesNotContain(second.key().lines().skip(1).findFirst().orElseThrow());
        }
    }

    @Test
    void one_file_without_the_other_is_refused_with_both_names() throws IOException {
        Path certificate = Files.writeString(directory.resolve("alone.pem"), "");
        MockEnvironment settings = new MockEnvironment().withProperty("STELE_TLS_CERTIFICATE", certificate.toString());

        assertThatThrownBy(() -> TlsFiles.of(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("STELE_TLS_KEY: expected a file in PEM that can be read, got nothing")
                .hasMessageContaining("STELE_TLS_CERTIFICATE");
        assertThat(TlsFiles.of(new MockEnvironment())).isEmpty();
    }

    private static ConfigurableApplicationContext start(Path certificate, Path key) {
        return new SpringApplicationBuilder(SampleApplication.class)
                .properties(
                        "server.port=0",
                        "STELE_TLS_CERTIFICATE=" + certificate,
                        "STELE_TLS_KEY=" + key,
                        "spring.main.banner-mode=off")
                .run();
    }

    /** Whose certificate the service shows, and what it answers. */
    private static Answer ask(ConfigurableApplicationContext stele) throws IOException, GeneralSecurityException {
        int port = Objects.requireNonNull(((WebServerApplicationContext) stele).getWebServer())
                .getPort();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, new SecureRandom());
        try (SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET /assets/none HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return new Answer(shown.getSubjectX500Principal().getName(), text);
        }
    }

    /** The test looks at certificates itself. */
    private static final class Anybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
