package org.stele.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.Rejected;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.web.problem.Problem;

/** An import that ended between two rows says where, why, and that the file can be sent again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class ImportFailuresTest {

    @Test
    void a_ledger_that_cannot_answer_is_a_503() {
        Problem problem = ImportFailures.problem(new ImportStopped(7, new LedgerUnavailable("secret")));

        assertStopped(problem, 503);
        assertThat(problem.detail()).contains("Row 7").doesNotContain("secret");
    }

    @Test
    void a_service_that_is_being_stopped_is_a_503() {
        assertStopped(ImportFailures.problem(new ImportStopped(7, new CancellationException())), 503);
    }

    @Test
    void a_refusal_is_a_409_in_its_own_words() {
        Rejected refusal = Rejected.lifecycle("claim-withdrawn", "The claim was withdrawn.");

        Problem problem = ImportFailures.problem(new ImportStopped(7, refusal));

        assertStopped(problem, 409);
        assertThat(problem.detail()).contains("The claim was withdrawn.");
    }

    @Test
    void an_internal_failure_reveals_no_details() {
        ImportStopped stop = new ImportStopped(7, new IllegalStateException("secret"));

        assertStopped(ImportFailures.problem(stop), 500);
        assertThat(ImportFailures.problem(stop).toString()).doesNotContain("secret");
        assertThat(ImportFailures.problemAfterLines(new IllegalStateException("secret"))
                        .toString())
                .contains("internal")
                .doesNotContain("secret");
    }

    @Test
    void what_fails_after_the_first_line_keeps_its_own_code() {
        assertThat(ImportFailures.problemAfterLines(new LedgerUnavailable("x")).code())
                .isEqualTo("ledger-unavailable");
        assertStopped(ImportFailures.problemAfterLines(new ImportStopped(7, new LedgerUnavailable("x"))), 503);
    }

    private static void assertStopped(Problem problem, int status) {
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo("import-stopped");
        assertThat(problem.detail()).contains("Send the same file again");
        assertThat(problem.errors().getFirst().field()).isEqualTo("row 7");
    }
}
