package org.stele.web.page;

import java.io.Serial;

/** A page was asked for in a way that cannot be answered: status 400 with one sentence that says what to change. */
public final class BadPageRequest extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public BadPageRequest(String message) {
        super(message);
    }
}
