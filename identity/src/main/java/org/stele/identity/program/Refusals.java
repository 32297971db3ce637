package org.stele.identity.program;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Refusals of the token endpoint (RFC 6749, section 5.2), with words in the characters that it allows. */
final class Refusals {

    static final String INVALID_CLIENT = "invalid_client";

    /** RFC 8707, section 2. */
    static final String INVALID_TARGET = "invalid_target";

    private Refusals() {}

    static OAuth2AuthenticationException of(String error, String words) {
        return new OAuth2AuthenticationException(new OAuth2Error(error, ascii(words), null));
    }

    static OAuth2AuthenticationException client(String words) {
        return of(INVALID_CLIENT, words);
    }

    /** What a description may hold; anything else of what came is a question mark. */
    static String ascii(String words) {
        return words.replace('"', '\'').replaceAll("[^ -~]|\\\\", "?");
    }

    /** What came, no longer than this. */
    static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }
}
