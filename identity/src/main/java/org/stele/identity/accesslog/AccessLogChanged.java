package org.stele.identity.accesslog;

/** Says which row of the access log is not as it was written. */
public final class AccessLogChanged extends RuntimeException {

    AccessLogChanged(String words) {
        super(words);
    }
}
