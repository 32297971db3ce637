package org.stele.identity.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.security.web.csrf.CsrfToken;

/** What a form of this origin sends, and no page of another site can know. */
public record FormToken(String field, String value) {

    /** The token of the form that is answered. */
    public static FormToken of(HttpServletRequest request) {
        CsrfToken token = Objects.requireNonNull((CsrfToken) request.getAttribute(CsrfToken.class.getName()));
        return new FormToken(token.getParameterName(), token.getToken());
    }
}
