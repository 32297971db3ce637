package org.stele.command.screening.recordscreeningresult;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.Rejected;
import tools.jackson.databind.JsonNode;

/**
 * What a screener answered about one subject. Its texts are left where they are: names, birth dates and document numbers
 * stand in them (rules, section 6).
 *
 * @param limit the most candidates, as the answer tells it; null where it does not
 * @param failure short name of why there is no answer; null where there is one
 */
record ScreenerAnswer(
        List<FoundCandidate> found,
        @Nullable Integer limit,
        @Nullable String failure) {

    /** The screener refused the request, or broke off: its words are not kept. */
    static final String REFUSED = "SCREENER-REFUSED";

    /** A subject that was asked about is not in the answer. */
    static final String MISSING = "NO-ANSWER";

    ScreenerAnswer {
        found = List.copyOf(found);
    }

    static ScreenerAnswer of(List<FoundCandidate> found, @Nullable Integer limit) {
        return new ScreenerAnswer(found, limit, null);
    }

    static ScreenerAnswer failed(String reason) {
        return new ScreenerAnswer(List.of(), null, reason);
    }

    /** The DATAID in the id of an outside screener; null where its id holds none. */
    static @Nullable Long dataId(Pattern form, String id) {
        Matcher matcher = form.matcher(id);
        return matcher.matches() ? Long.valueOf(matcher.group(1)) : null;
    }

    static BigDecimal score(JsonNode node, String path) {
        if (!node.isNumber()) {
            throw Rejected.malformed(path, "Expected a number from 0 to 1.");
        }
        BigDecimal score = node.decimalValue();
        if (score.signum() < 0 || score.compareTo(BigDecimal.ONE) > 0 || score.scale() > 30) {
            throw Rejected.malformed(path, "Expected a number from 0 to 1.");
        }
        return score;
    }

    static String text(JsonNode node, String path) {
        if (!node.isString()) {
            throw Rejected.malformed(path, "Expected a text.");
        }
        return node.stringValue();
    }
}
