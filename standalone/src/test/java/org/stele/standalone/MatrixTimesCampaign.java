package org.stele.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Measures, with {@code -Dmatrix.pairs=1000}: another State's thing is answered no sooner and no later than one that is not there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@EnabledIfSystemProperty(named = "matrix.pairs", matches = "[1-9][0-9]*")
class MatrixTimesCampaign {

    private static final int PAIRS = Integer.getInteger("matrix.pairs", 0);
    private static final int WARMING = 500;
    private static final double MOST_APART = 0.05;

    @TempDir
    static Path directory;

    /** @param on the name of the thing that another State has */
    private record Question(String role, String path, String on, String body) {

        Attempt of(MatrixSite site, String id) {
            Caller caller = site.caller(role, MatrixSite.OTHER);
            return body.isEmpty()
                    ? Attempt.get(caller, path.replace("ID", id))
                    : Attempt.post(caller, path.replace("ID", id), body);
        }
    }

    private static final List<Question> QUESTIONS = List.of(
            new Question("signatory", "/api/v1/screenings/ID", "screening", ""),
            new Question("signatory", "/screenings/ID", "screening", ""),
            new Question("signatory", "/api/v1/attestations/ID/amendment", "attestation", "{\"reason\": \"So.\"}"),
            new Question("signatory", "/api/v1/attestations/ID/withdrawal", "unreceived", "{\"reason\": \"So.\"}"),
            new Question(
                    "signatory", "/api/v1/clarification-requests/ID/answer", "clarification", "{\"answer\": \"So.\"}"),
            new Question("signatory", "/api/v1/exemption-claims/ID/withdrawal", "claim", "{\"reason\": \"So.\"}"),
            new Question(
                    "screening-analyst",
                    "/api/v1/screenings/ID/failure",
                    "screening",
                    "{\"reasonCode\": \"TIMEOUT\"}"));

    @Test
    void another_States_thing_takes_as_long_as_one_that_is_not_there() throws Exception {
        SplittableRandom random = new SplittableRandom(Long.getLong("seed", 20_261_130));
        try (MatrixSite site = MatrixSite.start(directory)) {
            for (Question question : QUESTIONS) {
                double ratio = ratio(site, question, random);
                System.out.printf(Locale.ROOT, "MatrixTimesCampaign: %s %.3f%n", question.path(), ratio);
                assertThat(ratio).as(question.path()).isBetween(1 - MOST_APART, 1 + MOST_APART);
            }
        }
    }

    /** The median time of an answer on what another State has, by that on what is not there; both in turn, in random order. */
    private static double ratio(MatrixSite site, Question question, SplittableRandom random) throws Exception {
        long[] there = new long[PAIRS];
        long[] absent = new long[PAIRS];
        String id = site.id(question.on());
        for (int i = -WARMING; i < PAIRS; i++) {
            boolean isFirst = random.nextBoolean();
            long one = nanos(
                    site, question.of(site, isFirst ? id : UUID.randomUUID().toString()));
            long other =
                    nanos(site, question.of(site, isFirst ? UUID.randomUUID().toString() : id));
            if (i >= 0) {
                there[i] = isFirst ? one : other;
                absent[i] = isFirst ? other : one;
            }
        }
        return (double) median(there) / median(absent);
    }

    private static long nanos(MatrixSite site, Attempt attempt) throws Exception {
        long before = System.nanoTime();
        assertThat(site.send(attempt).status()).as("%s", attempt).isEqualTo(404);
        return System.nanoTime() - before;
    }

    private static long median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }
}
