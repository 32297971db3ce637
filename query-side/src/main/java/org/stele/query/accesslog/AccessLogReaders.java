package org.stele.query.accesslog;

import jakarta.servlet.http.HttpServletRequest;
import org.stele.events.Audience;
import org.stele.identity.accesslog.AccessRows;
import org.stele.web.actor.Credentials;
import org.stele.web.problem.Problem;

/** Admits who may read the access log: auditors and the custodian. */
final class AccessLogReaders {

    private final Credentials credentials;
    private final AccessRows rows;

    AccessLogReaders(Credentials credentials, AccessRows rows) {
        this.credentials = credentials;
        this.rows = rows;
    }

    /** The rows, for one of them; everybody else is refused (401, 403). */
    AccessRows admit(HttpServletRequest request) {
        if (!Audience.of(credentials.require(request)).isAuditing()) {
            throw Problem.of(
                            403,
                            "role-not-allowed",
                            "The access log is for an auditor or the custodian. Ask one of them what you want to know.")
                    .asException();
        }
        return rows;
    }
}
