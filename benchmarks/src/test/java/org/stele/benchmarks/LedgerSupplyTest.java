package org.stele.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.events.MemberState;
import org.stele.eventstore.LedgerReader;
import org.stele.eventstore.Selection;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LedgerSupplyTest {

    private static final long EVENTS = 70_000;

    @Test
    void a_supplied_ledger_is_sound_keeps_the_quotas_and_can_be_appended_to_and_sourced() throws Exception {
        try (DurableServer server = DurableServer.start();
                LedgerDatabase database = LedgerDatabase.create(server, "supplied")) {
            Map<MemberState, Long> quotas = Map.of(MemberState.AND, 10L, MemberState.LIE, 1_000L);

            LedgerSupply.fill(database.command(), new LedgerSupply.Plan(EVENTS, quotas, 7), events -> {});

            database.requireSound(EVENTS, EVENTS);
            LedgerReader reader = database.reader();
            assertThat(reader.read(Selection.tag("memberState=AND"), 0, EVENTS, 100)).hasSize(10);
            assertThat(reader.read(Selection.tag("memberState=LIE"), 0, EVENTS, 2_000))
                    .hasSize(1_000);
            try (SteleContestant stele = new SteleContestant(database)) {
                Attestations.Command command = new Attestations(7).next(EVENTS);
                stele.append(command);
                database.requireSound(EVENTS + command.events().size(), EVENTS + 1);
            }
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
    void sourcing_and_conditions_and_bytes_are_measured_on_a_small_ledger() throws Exception {
        SourcingBenchmark benchmark = new SourcingBenchmark();
        benchmark.rounds = 1;
        benchmark.batch = 20;
        benchmark.seed = 7;
        benchmark.sizes = List.of(20_000L);

        assertThat(benchmark.run())
                .contains("| 12,000 | memberState=MCO |", "old marker, hot tag: refused", "| merkle_tile |");
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
