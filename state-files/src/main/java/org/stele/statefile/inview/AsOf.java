package org.stele.statefile.inview;

import java.time.LocalDate;
import org.stele.statefile.Days;

/** The two dates of a view, both included, and the earlier of them (section 4). */
public record AsOf(LocalDate effectiveOn, LocalDate knownOn) {

    public LocalDate day() {
        return Days.earlier(effectiveOn, knownOn);
    }
}
