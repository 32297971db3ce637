package org.stele.command.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.stele.command.importing.ImportFixture.file;
import static org.stele.command.importing.ImportFixture.row;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.command.attestation.submitattestation.SubmitAttestation;
import org.stele.command.entry.LedgerCommand;
import org.stele.command.evidence.recordevidence.RecordEvidence;
import org.stele.events.Actor;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.eventstore.event.LedgerUnavailable;

/** Whatever happens to an import, each row is recorded once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class ImportOnceTest {

    private static final int ROWS = 95;
    private static final int EVENTS = 285;
    private static final byte[] FILE = ImportFixture.resource(ImportKind.FILINGS);

    private final ImportFixture fixture = new ImportFixture();

    /** A listener that fails in the middle of an import. */
    private static final class Cut extends RuntimeException {}

    @Test
    void a_repeated_import_enters_nothing() {
        fixture.enter(ImportKind.FILINGS, FILE);
        List<LedgerCommand> first = fixture.ledger.recorded();

        ImportReport again = fixture.enter(ImportKind.FILINGS, FILE);

        assertThat(again.entered()).isZero();
        assertThat(again.alreadyEntered()).isEqualTo(ROWS);
        assertThat(fixture.ledger.recorded()).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa-IR", "ne-NP", "my-MM", "ckb-IQ", "tr-TR"})
    void the_same_file_on_a_machine_of_another_language_enters_nothing(String language) {
        fixture.enter(ImportKind.FILINGS, FILE);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            ImportReport again = fixture.enter(ImportKind.FILINGS, FILE);

            assertThat(again.entered()).isZero();
            assertThat(again.alreadyEntered()).isEqualTo(ROWS);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void another_registrar_who_repeats_it_enters_nothing_either() throws IOException {
        fixture.enter(ImportKind.FILINGS, FILE);
        Actor other = new Actor("registry-2", Role.REGISTRAR, null);

        fixture.importer.enter(ImportKind.FILINGS, new ByteArrayInputStream(FILE), other, ImportProgress.silent());

        assertThat(fixture.ledger.recorded()).hasSize(EVENTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 94, 95})
    void an_import_that_is_cut_off_after_some_rows_goes_on_from_there(int rows) {
        assertThatExceptionOfType(Cut.class).isThrownBy(() -> fixture.enter(ImportKind.FILINGS, FILE, cutAfter(rows)));
        assertThat(fixture.ledger.recorded()).hasSizeGreaterThanOrEqualTo(3 * rows);

        ImportReport repeated = fixture.enter(ImportKind.FILINGS, FILE);

        assertThat(repeated.alreadyEntered()).isGreaterThanOrEqualTo(rows);
        assertThat(repeated.entered() + repeated.alreadyEntered()).isEqualTo(ROWS);
        assertOnceEach();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 44, 284})
    void an_import_whose_power_is_cut_between_two_commands_goes_on_from_there(int commands) {
        fixture.ledger.holdNoMoreThan(commands);
        assertThatExceptionOfType(ImportStopped.class)
                .isThrownBy(() -> fixture.enter(ImportKind.FILINGS, FILE))
                .withCauseInstanceOf(LedgerUnavailable.class)
                .satisfies(stop ->
                        assertThat(stop.getMessage()).contains("Row " + stop.row(), "Send the same file again"));
        assertThat(fixture.ledger.recorded()).hasSize(commands);
        fixture.ledger.holdNoMoreThan(Integer.MAX_VALUE);

        ImportReport repeated = fixture.enter(ImportKind.FILINGS, FILE);

        assertThat(repeated.entered() + repeated.alreadyEntered()).isEqualTo(ROWS);
        assertOnceEach();
    }

    @Test
    void two_imports_of_one_file_at_once_enter_it_once_and_say_so() throws Exception {
        List<ImportReport> reports =
                atOnce(() -> fixture.enter(ImportKind.FILINGS, FILE), () -> fixture.enter(ImportKind.FILINGS, FILE));

        assertThat(reports).extracting(ImportReport::entered).containsExactlyInAnyOrder(95L, 0L);
        assertOnceEach();
    }

    @Test
    void two_importers_that_know_nothing_of_each_other_enter_a_file_once() throws Exception {
        Importer other = ImportFixture.importer(fixture.ledger);

        atOnce(
                () -> fixture.enter(ImportKind.FILINGS, FILE),
                () -> other.enter(
                        ImportKind.FILINGS,
                        new ByteArrayInputStream(FILE),
                        ImportFixture.REGISTRAR,
                        ImportProgress.silent()));

        assertOnceEach();
    }

    @Test
    void rows_of_one_state_are_recorded_in_the_order_of_the_file() {
        ImportKind kind = ImportKind.EVIDENCE;
        StringBuilder rows = new StringBuilder(ImportFixture.header(kind));
        for (int figure = 0; figure < 1_001; figure++) {
            String iso3 = figure % 3 == 0 ? "NOR" : "SWE";
            String file = file(kind, row(kind, "iso3", iso3, "figure", Integer.toString(figure)));
            rows.append(file.substring(ImportFixture.header(kind).length()));
        }

        ImportReport report = fixture.enter(kind, rows.toString().getBytes(UTF_8));

        assertThat(report.entered()).isEqualTo(1_001);
        for (MemberState state : List.of(MemberState.NOR, MemberState.SWE)) {
            assertThat(fixture.recorded(RecordEvidence.class))
                    .filteredOn(evidence -> evidence.memberState() == state)
                    .extracting(evidence ->
                            java.util.Objects.requireNonNull(evidence.figure()).value())
                    .isSorted();
        }
    }

    @Test
    void a_dry_run_enters_nothing() {
        ImportReport report = fixture.check(ImportKind.FILINGS, FILE);

        assertThat(report.dryRun()).isTrue();
        assertThat(report.rows()).isEqualTo(ROWS);
        assertThat(report.errors()).isEmpty();
        assertThat(fixture.ledger.recorded()).isEmpty();
    }

    @Test
    void progress_tells_of_every_row_once() {
        List<String> told = new ArrayList<>();

        fixture.enter(ImportKind.FILINGS, FILE, new ImportProgress() {
            @Override
            public void checked(long rows) {
                told.add("checked " + rows);
            }

            @Override
            public void entered(long rows, long of) {
                told.add("entered %s of %s".formatted(rows, of));
            }
        });

        assertThat(told)
                .hasSize(1 + ROWS)
                .startsWith("checked 95", "entered 1 of 95")
                .endsWith("entered 95 of 95");
    }

    private static ImportProgress cutAfter(int rows) {
        return new ImportProgress() {
            @Override
            public void checked(long checked) {}

            @Override
            public void entered(long entered, long of) {
                if (entered == rows) {
                    throw new Cut();
                }
            }
        };
    }

    @SafeVarargs
    private static List<ImportReport> atOnce(Callable<ImportReport>... imports) throws Exception {
        List<ImportReport> reports = new ArrayList<>();
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : both.invokeAll(List.of(imports))) {
                reports.add(done.get());
            }
        }
        return reports;
    }

    private void assertOnceEach() {
        assertThat(fixture.ledger.recorded()).hasSize(EVENTS);
        assertThat(fixture.recorded(SubmitAttestation.class)).hasSize(ROWS);
        assertThat(new HashSet<>(fixture.recorded(SubmitAttestation.class).stream()
                        .map(SubmitAttestation::filing)
                        .toList()))
                .hasSize(ROWS);
    }
}
