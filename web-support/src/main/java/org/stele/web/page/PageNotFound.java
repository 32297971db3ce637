package org.stele.web.page;

import java.io.Serial;

/** A page that does not exist was asked for: status 404 with one sentence that says what was not found. */
public final class PageNotFound extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public PageNotFound(String message) {
        super(message);
    }
}
