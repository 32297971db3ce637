package org.stele.web.tls;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * The files that TLS is made of.
 *
 * @param certificate the service's certificate and those that lead to its root, in PEM
 * @param key its private key, in PEM
 * @param keyPassword null where the key is not encrypted
 */
public record TlsFiles(Path certificate, Path key, @Nullable String keyPassword) {

    static final String CERTIFICATE = "STELE_TLS_CERTIFICATE";
    static final String KEY = "STELE_TLS_KEY";
    static final String KEY_PASSWORD = "STELE_TLS_KEY_PASSWORD";

    private static final String STORE = "spring.ssl.bundle.pem.stele.keystore.";

    /**
     * What the operator stated; empty for a service without TLS.
     *
     * @throws IllegalArgumentException where one file is missing or cannot be read
     */
    public static Optional<TlsFiles> of(PropertyResolver settings) {
        String certificate = settings.getProperty(CERTIFICATE);
        String key = settings.getProperty(KEY);
        if (certificate == null && key == null) {
            return Optional.empty();
        }
        return Optional.of(new TlsFiles(
                readable(CERTIFICATE, certificate), readable(KEY, key), settings.getProperty(KEY_PASSWORD)));
    }

    private static Path readable(String name, @Nullable String stated) {
        Path file = stated == null || stated.isBlank() ? null : Path.of(stated).toAbsolutePath();
        if (file == null || !Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException(
                    "%s: expected a file in PEM that can be read, got %s. Set both %s and %s, or neither for a service without TLS."
                            .formatted(name, file == null ? "nothing" : "'" + file + "'", CERTIFICATE, KEY));
        }
        return file;
    }

    /** The same in Spring's words. A key that is not the certificate's is refused, at the start and at each replacement. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "server.ssl.bundle",
                "stele",
                "spring.ssl.bundle.watch.file.quiet-period",
                "1s",
                "spring.ssl.bundle.pem.stele.reload-on-update",
                "true",
                "spring.ssl.bundle.pem.stele.options.enabled-protocols",
                "TLSv1.3,TLSv1.2",
                STORE + "certificate",
                certificate.toUri().toString(),
                STORE + "private-key",
                key.toUri().toString(),
                STORE + "verify-keys",
                "true"));
        if (keyPassword != null) {
            properties.put(STORE + "private-key-password", keyPassword);
        }
        return properties;
    }
}
