package org.stele.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** A browser that says only its origin files through the one trusted proxy, which asks under a host of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class SameOriginTest {

    private static final String PROXY = "172.30.97.10";

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://board.example,      board.example,      https",
                "https://board.example,      Board.Example:443,  https",
                "https://board.example:8443, board.example:8443, https",
                "http://board.example:8080,  board.example:8080, http",
                "http://board.example,       board.example,      -",
                "http://[2001:db8::1]:8080,  [2001:DB8::1]:8080, http",
            })
    void the_origin_may_be_the_one_that_the_proxy_was_asked_for(String origin, String host, @Nullable String scheme) {
        MockHttpServletRequest request = through(PROXY, origin, host, scheme);

        assertThat(sameOrigin(PROXY).isDenied(request)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "http://board.example,       board.example,      https",
                "https://board.example:8443, board.example,      https",
                "https://evil.example,       board.example,      https",
                "https://board.example.,     board.example,      https",
                "https://board.example,      -,                  https",
                "https://board.example,      '',                 https",
                "https://board.example,      a b,                https",
                "https://board.example,      board.example,      a b",
                "null,                       null,               https",
            })
    void another_origin_is_refused(@Nullable String origin, @Nullable String host, @Nullable String scheme) {
        assertIsRefused(sameOrigin(PROXY), through(PROXY, origin, host, scheme));
    }

    @ParameterizedTest
    @CsvSource({"172.30.97.11", "127.0.0.1", "172.30.97.100"})
    void a_forwarded_host_is_accepted_from_the_trusted_proxy_alone(String address) {
        MockHttpServletRequest request = through(address, "https://board.example", "board.example", "https");

        assertIsRefused(sameOrigin(PROXY), request);
        assertIsRefused(sameOrigin(null), request);
    }

    private static SameOrigin sameOrigin(@Nullable String proxy) {
        return new SameOrigin(new TrustedProxy(proxy));
    }

    private static void assertIsRefused(SameOrigin sameOrigin, MockHttpServletRequest request) {
        assertThat(sameOrigin.isDenied(request)).isTrue();
    }

    private static MockHttpServletRequest through(
            String address, @Nullable String origin, @Nullable String host, @Nullable String scheme) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/file/attestation");
        request.setRemoteAddr(address);
        request.addHeader("Host", "command:8080");
        add(request, "Origin", origin);
        add(request, "X-Forwarded-Host", host);
        add(request, "X-Forwarded-Proto", scheme);
        return request;
    }

    private static void add(MockHttpServletRequest request, String name, @Nullable String value) {
        if (value != null) {
            request.addHeader(name, value);
        }
    }
}
