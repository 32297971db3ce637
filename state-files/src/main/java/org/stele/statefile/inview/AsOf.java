package org.stele.statefile.inview;

import org.stele.statefile.Days;
import java.time.LocalDate;

/** The two dates of a view, both included, and the earlier of them (section 4). */
public record AsOf(LocalDate effectiveOn, LocalDate knownOn) {

    public LocalDate day() {
        return Days.earlier(effectiveOn, knownOn);
    }
}
