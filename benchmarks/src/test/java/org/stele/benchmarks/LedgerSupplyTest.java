package org.stele.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.events.MemberState;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("long")
class LedgerSupplyTest {

    private static final long EVENTS = 16_000;

    @Test
    void a_supplied_ledger_is_measured_keeps_its_quotas_and_is_sound_with_what_was_appended_to_it() throws Exception {
        SourcingBenchmark benchmark = new SourcingBenchmark();
        benchmark.rounds = 1;
        benchmark.batch = 20;
        benchmark.seed = 7;
        try (DurableServer server = DurableServer.start();
                LedgerDatabase database = LedgerDatabase.create(server, "supplied")) {
            // That each State has its quota is required there.
            String section = benchmark.measure(database, EVENTS);

            assertThat(section)
                    .contains("| 12,000 | memberState=MCO |", "old marker, hot tag: refused", "| merkle_tile |");
            long head = database.reader().head();
            assertThat(head).isGreaterThan(EVENTS);
            database.requireSound(head, database.count("ledger.command"));
        }
    }

    @Test
    void the_same_seed_makes_the_same_filings() {
        Filings one = new Filings(3);
        Filings other = new Filings(3);

        for (int i = 0; i < 100; i++) {
            assertThat(one.next(MemberState.NOR)).isEqualTo(other.next(MemberState.NOR));
        }
    }

    @Test
    void a_section_replaces_what_stood_between_its_marks_and_nothing_else(@TempDir Path directory) throws Exception {
        Path page = directory.resolve("page.md");
        Files.writeString(page, "before\n<!-- begin append -->\nold\n<!-- end append -->\nafter\n");

        Page.replace(page, "append", "new\n");

        assertThat(page).hasContent("before\n<!-- begin append -->\nnew\n<!-- end append -->\nafter\n");
        assertThatThrownBy(() -> Page.replace(page, "gateway", "new")).isInstanceOf(IllegalArgumentException.class);
    }
}
