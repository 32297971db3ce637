package org.stele.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.stele.standalone.Attempt.Answer;
import org.stele.standalone.Caller.Way;
import org.stele.standalone.MatrixThings.Question;

/**
 * Measures, with {@code -Dmatrix.pairs=1000}: another State's thing is answered no sooner and no later than one that is not there. {@code -Dmatrix.doors}
 * is a pattern of those that are measured.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@EnabledIfSystemProperty(named = "matrix.pairs", matches = "[1-9][0-9]*")
class MatrixTimesCampaign {

    private static final int PAIRS = Integer.getInteger("matrix.pairs", 0);
    private static final int WARMING = Integer.getInteger("matrix.warming", 300);
    private static final Pattern DOORS = Pattern.compile(System.getProperty("matrix.doors", ""));
    private static final double MOST_APART = 0.05;

    @TempDir
    static Path directory;

    private final SplittableRandom random = new SplittableRandom(Long.getLong("seed", 20_261_130));

    @Test
    void another_States_thing_takes_as_long_as_one_that_is_not_there() throws Exception {
        try (MatrixSite site = MatrixSite.start(directory)) {
            Map<String, Double> apart = new TreeMap<>();
            for (Question question : questions(site)) {
                double ratio = ratio(site, question);
                if (Math.abs(ratio - 1) > MOST_APART) {
                    apart.put(question.what(), ratio);
                }
            }
            assertThat(apart).isEmpty();
        }
    }

    /** One for each door, by a person of another State. */
    private static List<Question> questions(MatrixSite site) throws Exception {
        Map<String, Question> byDoor = new LinkedHashMap<>();
        for (Question question : MatrixThings.questions(site, site.commands().values())) {
            Caller caller = question.ofNothing().caller();
            if (caller.way() == Way.TOKEN
                    && caller.isOf(MatrixSite.OTHER)
                    && DOORS.matcher(question.what()).find()) {
                byDoor.putIfAbsent(question.what(), question);
            }
        }
        return List.copyOf(byDoor.values());
    }

    /** The median time of an answer on what another State has, by that on what is not there; both in turn, in random order. */
    private double ratio(MatrixSite site, Question question) throws Exception {
        long[] there = new long[PAIRS];
        long[] absent = new long[PAIRS];
        for (int i = -WARMING; i < PAIRS; i++) {
            boolean isFirst = random.nextBoolean();
            long one = nanos(site, isFirst ? question.ofAnothers() : question.ofNothingElse());
            long other = nanos(site, isFirst ? question.ofNothingElse() : question.ofAnothers());
            if (i >= 0) {
                there[i] = isFirst ? one : other;
                absent[i] = isFirst ? other : one;
            }
        }
        double ratio = (double) median(there) / median(absent);
        System.out.printf(
                Locale.ROOT,
                "MatrixTimesCampaign: %s, %d pairs: %.3f ms and %.3f ms, %+.1f %%%n",
                question.what(),
                PAIRS,
                median(there) / 1e6,
                median(absent) / 1e6,
                (ratio - 1) * 100);
        return ratio;
    }

    private static long nanos(MatrixSite site, Attempt attempt) throws Exception {
        long before = System.nanoTime();
        Answer answer = site.send(attempt);
        long nanos = System.nanoTime() - before;
        assertThat(answer.status()).as("%s", answer).isEqualTo(404);
        return nanos;
    }

    private static long median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
