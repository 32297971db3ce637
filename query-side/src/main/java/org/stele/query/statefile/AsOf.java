package org.stele.query.statefile;

import java.time.LocalDate;

/** The two dates of a view, both included, and the earlier of them (section 4). */
record AsOf(LocalDate effectiveOn, LocalDate knownOn) {

    LocalDate day() {
        return Days.earlier(effectiveOn, knownOn);
    }
}
