package org.stele.statefile.status;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.stele.statefile.ClaimReading;
import org.stele.statefile.Days;

/** The persons under the claims in view (4.3). An unstated count is 0. */
record ClaimTotals(long exempt, long disputed, List<ClaimReading> counted) {

    static ClaimTotals of(List<ClaimReading> claims) {
        return new ClaimTotals(
                persons(claims, ClaimReading::isExempting),
                persons(claims, ClaimReading::isContested),
                claims.stream().filter(ClaimReading::isExempting).toList());
    }

    /** The later of a day and of the first days on which the counted claims may have been made (4.3, rule 5: lo). */
    LocalDate laterFirstDay(LocalDate day) {
        return counted.stream().map(claim -> claim.claimed().firstDay()).reduce(day, Days::later);
    }

    /** The later of a day and of the last days on which the counted claims may have been made (4.3, rule 5: hi). */
    LocalDate laterLastDay(LocalDate day) {
        return counted.stream().map(claim -> claim.claimed().lastDay()).reduce(day, Days::later);
    }

    private static long persons(List<ClaimReading> claims, Predicate<ClaimReading> which) {
        return claims.stream().filter(which).mapToLong(ClaimReading::persons).sum();
    }
}
