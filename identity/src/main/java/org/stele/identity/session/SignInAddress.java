package org.stele.identity.session;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of the sign-in page that say what became of the last attempt. */
final class SignInAddress {

    private SignInAddress() {}

    static String failed(String next) {
        return address("failed", next);
    }

    static String expired(String next) {
        return address("expired", next);
    }

    private static String address(String outcome, String next) {
        return "/sign-in?" + outcome + "&continue=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
}
