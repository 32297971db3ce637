package org.stele.command.screening.recordscreeningresult;

import java.math.BigDecimal;
import org.stele.web.body.InvalidField;

/** The scale on which screeners score: from 0 to 1. */
final class Scores {

    private Scores() {}

    static void require(String field, BigDecimal score) {
        if (score.signum() < 0 || score.compareTo(BigDecimal.ONE) > 0) {
            throw new InvalidField(field, "Expected a number from 0 to 1.");
        }
    }
}
