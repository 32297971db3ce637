package org.stele.query.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.statefile.screening.ScreeningSamples.id;
import static org.stele.statefile.screening.ScreeningSamples.loaded;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.events.Audience;
import org.stele.events.MemberState;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.list.ListDelta;
import org.stele.eventstore.fsck.TestDamage;
import org.stele.eventstore.read.LedgerBulkReader;
import org.stele.query.testing.TestLedger;
import org.stele.statefile.screening.ScreeningCut;
import org.stele.statefile.screening.ScreeningReading;
import org.stele.statefile.screening.ScreeningSamples;
import org.stele.statefile.screening.ScreeningStatus;
import org.stele.statefile.screening.Screenings;

/**
 * The index of screenings, on a real ledger. {@code -Dstele.screenings=100000} measures it with so many; what it takes of time and
 * memory is printed.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScreeningRegisterTest {

    private static final LocalDate LATER = LocalDate.of(2100, 1, 1);
    private static final int PAGE = 500;

    private final ScreeningSamples norway = new ScreeningSamples(MemberState.NOR);

    @Test
    void what_was_recorded_is_seen_at_once_and_an_earlier_size_stays_as_it_was() {
        try (TestLedger ledger = new TestLedger()) {
            ScreeningRegister register = register(ledger);
            long first = ledger.append(norway.verdict(1, 1, "A", Disposition.FALSE_POSITIVE, "KPi.001"));
            assertThat(only(register, first).status()).isEqualTo(ScreeningStatus.CONFIRMED);

            long second = ledger.append(List.of(
                    loaded("A", null, null, "KPi.001"),
                    loaded("B", "A", new ListDelta(List.of("KPi.002"), List.of(), List.of(), 0), "KPi.001", "KPi.002"),
                    norway.cleared(2, 1, SubjectKind.PERSON, "A")));
            assertThat(at(register, second).due()).hasSize(1);
            assertThat(at(register, second).pairings()).hasSize(1);
            assertThat(only(register, first)).isEqualTo(only(register(ledger), first));
            assertThat(only(register, first - 1).status()).isEqualTo(ScreeningStatus.PROPOSED);
            assertThat(at(register, 0).all()).isEmpty();
        }
    }

    @Test
    void one_screening_is_read_with_all_that_the_index_leaves_out() {
        try (TestLedger ledger = new TestLedger()) {
            ScreeningRegister register = register(ledger);
            long head = ledger.append(norway.verdict(1, 1, "A", Disposition.FALSE_POSITIVE, "KPi.001"));

            ScreeningRegister.Whole whole = register.whole(id(1), new ScreeningCut(head, LATER), Audience.AUDIT)
                    .orElseThrow();

            assertThat(whole.history().steps()).hasSize(4);
            assertThat(whole.history().steps().get(1).event())
                    .isInstanceOfSatisfying(
                            ScreeningHitsRecorded.class,
                            hits -> assertThat(hits.candidates().getFirst().features())
                                    .containsKey("name"));
            assertThat(register.whole(id(2), new ScreeningCut(head, LATER), Audience.AUDIT))
                    .isEmpty();
        }
    }

    @Test
    void an_event_that_cannot_be_read_is_named_and_not_passed_over() throws SQLException {
        try (TestLedger ledger = new TestLedger()) {
            ScreeningRegister register = register(ledger);
            ledger.append(norway.verdict(1, 1, "A", Disposition.FALSE_POSITIVE, "KPi.001"));
            new TestDamage(ledger.database(), 4).set("body = body || convert_to(' ', 'UTF8')");

            assertThat(only(register, 4).status()).isEqualTo(ScreeningStatus.PROPOSED);
            assertThat(register.unreadable(4)).containsExactly(4L);
            assertThat(register.unreadable(3)).isEmpty();
        }
    }

    @Test
    void many_screenings_are_read_soon_and_kept_small() {
        int screenings = Integer.getInteger("stele.screenings", 2 * PAGE);
        try (TestLedger ledger = new TestLedger()) {
            long head = 0;
            for (int from = 0; from < screenings; from += PAGE) {
                List<Object> events = new ArrayList<>();
                for (int number = from; number < from + PAGE; number++) {
                    events.addAll(norway.verdict(
                            number,
                            number,
                            "A",
                            Disposition.FALSE_POSITIVE,
                            "KPi.001",
                            "KPi.0" + number % 90,
                            "KPe.001"));
                }
                head = ledger.append(events);
            }
            ScreeningRegister register = register(ledger);
            long before = used();
            Instant begin = Instant.now();
            Duration cpu = cpu();
            assertThat(at(register, head).all()).hasSize(screenings);
            Duration first = Duration.between(begin, Instant.now());
            Duration work = cpu().minus(cpu);
            long kept = used() - before;
            Instant again = Instant.now();
            assertThat(at(register, head).pairings()).hasSizeGreaterThan(screenings);
            System.out.printf(
                    "%d screenings: first read %d ms (%d ms of work here), pairings %d ms, kept %d MB%n",
                    screenings,
                    first.toMillis(),
                    work.toMillis(),
                    Duration.between(again, Instant.now()).toMillis(),
                    kept >> 20);
            assertThat(register.unreadable(head)).isEmpty();
        }
    }

    private static ScreeningRegister register(TestLedger ledger) {
        return new ScreeningRegister(
                ledger.reader(), new LedgerBulkReader(ledger.database().projection()));
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static ScreeningReading only(ScreeningRegister register, long treeSize) {
        return at(register, treeSize).all().getFirst();
    }

    private static Screenings at(ScreeningRegister register, long treeSize) {
        return register.at(new ScreeningCut(treeSize, LATER), Audience.AUDIT);
    }
}
