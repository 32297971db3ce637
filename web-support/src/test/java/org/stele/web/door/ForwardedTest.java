package org.stele.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Whose word on the client counts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ForwardedTest {

    private static MockHttpServletRequest request(String from) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(from);
        request.addHeader("Host", "inside:8080");
        return request;
    }

    @Test
    void the_proxy_says_who_asks_and_for_what_and_nobody_else_does() {
        Forwarded forwarded = new Forwarded("172.30.97.10");
        for (String from : new String[] {"172.30.97.10", "192.0.2.1"}) {
            MockHttpServletRequest request = request(from);
            request.addHeader("X-Forwarded-For", "198.51.100.1, 203.0.113.5");
            request.addHeader("X-Forwarded-Host", "board.example");
            request.addHeader("X-Forwarded-Proto", "https");
            boolean isProxy = from.startsWith("172.");

            assertThat(forwarded.client(request)).isEqualTo(isProxy ? "203.0.113.5" : "192.0.2.1");
            assertThat(forwarded.origin(request)).isEqualTo(isProxy ? "https://board.example" : "http://inside:8080");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::",
        "2001:db8:1:2::9, 2001:db8:1:2::",
        "2001:db8::9, 2001:db8::",
        "0:0:0:0:0:0:0:1, 0:0:0:0::",
        "fe80::1%eth0, fe80::",
        "127.0.0.1, 127.0.0.1"
    })
    void a_household_of_ipv6_is_one_client(String address, String client) {
        assertThat(new Forwarded(null).client(request(address))).isEqualTo(client);
    }
}
