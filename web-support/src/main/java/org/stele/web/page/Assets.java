package org.stele.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.stele.events.Sha256Digest;

/** The files that pages need beside their HTML. They are few, read once, and addressed by their content. */
public final class Assets {

    private static final int VERSION_DIGITS = 16;

    private static final String OWN = "classpath:/org/stele/web/page/assets/";
    private static final String HTMX = "classpath*:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";

    private final Map<String, Asset> assets = new LinkedHashMap<>();

    public Assets() {
        read("stele.css", "text/css;charset=UTF-8", OWN + "stele.css");
        read("favicon.svg", "image/svg+xml", OWN + "favicon.svg");
        read("passkeys.js", "text/javascript;charset=UTF-8", OWN + "passkeys.js");
        read("htmx.js", "text/javascript;charset=UTF-8", HTMX);
    }

    /**
     * One file as it is served.
     *
     * @param version the first 16 hexadecimal digits of the SHA-256 of its bytes
     */
    record Asset(String contentType, byte[] bytes, String version) {}

    /** The address of a file: it changes with the content, so browsers may cache it forever. */
    public String url(String name) {
        Asset asset = find(name).orElseThrow(() -> new IllegalArgumentException("No asset is called " + name));
        return "/assets/%s?v=%s".formatted(name, asset.version());
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    /** A digest over all files. */
    String fingerprint() {
        StringBuilder versions = new StringBuilder();
        assets.values().forEach(asset -> versions.append(asset.version()));
        return version(versions.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private void read(String name, String contentType, String location) {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources(location);
            if (found.length != 1) {
                throw new IllegalStateException(
                        "Expected one %s at %s, found %s.".formatted(name, location, found.length));
            }
            byte[] bytes = found[0].getContentAsByteArray();
            assets.put(name, new Asset(contentType, bytes, version(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException("The asset %s cannot be read.".formatted(name), e);
        }
    }

    private static String version(byte[] bytes) {
        return Sha256Digest.of(bytes).abbreviated(VERSION_DIGITS);
    }
}
