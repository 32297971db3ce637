package org.stele.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stele.command.entry.Commands;
import org.stele.command.importing.workbook.WorkbookText;
import org.stele.events.EventJson;
import org.stele.events.Sha256Digest;
import org.stele.eventstore.event.StoredEvent;
import org.stele.keys.KeyedIds;
import tools.jackson.databind.JsonNode;

/** On a real ledger, whatever happens to an import, each row is recorded once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportLedgerTest extends ImportServer {

    private static final List<ImportKind> REAL = List.of(ImportKind.FILINGS, ImportKind.CLAIMS, ImportKind.EVIDENCE);
    private static final int ROWS = 95;

    private final Commands commands;
    private final Importer importer;
    private final KeyedIds keyedIds;

    @Autowired
    ImportLedgerTest(Commands commands, Importer importer, KeyedIds keyedIds) {
        this.keyedIds = keyedIds;
        this.commands = commands;
        this.importer = importer;
    }

    @Test
    void the_three_real_files_are_recorded_whole_and_a_second_time_nothing_is() {
        long before = head();
        List<byte[]> files =
                REAL.stream().map(kind -> unsent(ImportFixture.resource(kind))).toList();

        for (ImportKind kind : REAL) {
            assertThat(enter(importer, kind, files.get(kind.ordinal())).alreadyEntered())
                    .isZero();
        }
        long after = head();
        for (ImportKind kind : REAL) {
            assertThat(enter(importer, kind, files.get(kind.ordinal())).entered())
                    .isZero();
        }

        assertThat(head()).isEqualTo(after);
        assertThat(recordedAfter(before).stream()
                        .collect(Collectors.groupingBy(StoredEvent::type, Collectors.counting())))
                .isEqualTo(Map.of(
                        "attestation.AttestationSubmitted", 95L,
                        "attestation.AttestationReceived", 95L,
                        "attestation.AttestationPublished", 89L,
                        "attestation.AttestationWithheldAtRequest", 6L,
                        "claims.ExemptionClaimed", 2L,
                        "claims.ScopeClaimed", 4L,
                        "claims.ClaimDisputed", 1L,
                        "evidence.EvidenceRecorded", 35L));
    }

    @Test
    void positions_within_a_state_follow_the_file() {
        long before = head();

        enter(importer, ImportKind.FILINGS, unsent(ImportFixture.resource(ImportKind.FILINGS)));

        List<StoredEvent> singapore = recordedAfter(before).stream()
                .filter(event -> "SGP".equals(event.state()))
                .toList();
        assertThat(singapore)
                .extracting(StoredEvent::type)
                .isEqualTo(Stream.generate(() -> List.of(
                                "attestation.AttestationSubmitted",
                                "attestation.AttestationReceived",
                                "attestation.AttestationPublished"))
                        .limit(3)
                        .flatMap(Collection::stream)
                        .toList());
        assertThat(Stream.of(0, 3, 6)
                        .map(index ->
                                payload(singapore.get(index)).path("obligation").stringValue()))
                .containsExactly("NIR-2397", "REP-MID", "REP-FIN");
        assertThat(Stream.of(1, 4, 7)
                        .map(index ->
                                payload(singapore.get(index)).path("received").stringValue()))
                .containsExactly("2018-03-19", "2019-01-01/2019-04-30", "2020-02-05");
        assertThat(singapore)
                .allSatisfy(event -> assertThat(event.metadata())
                        .containsEntry("actor", "registry-1")
                        .containsEntry("commandScope", "registrar"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 94})
    void an_import_that_is_cut_off_and_repeated_records_each_row_once(int rows) {
        long before = head();
        byte[] file = unsent(ImportFixture.resource(ImportKind.FILINGS));
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> enter(importer, ImportKind.FILINGS, file, cutAfter(rows)));
        assertThat(head()).isGreaterThanOrEqualTo(before + 3L * rows);

        ImportReport repeated = enter(importer, ImportKind.FILINGS, file);

        assertThat(repeated.alreadyEntered()).isGreaterThanOrEqualTo(rows);
        assertOnceEach(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 95})
    void a_file_that_was_begun_one_command_at_a_time_goes_on_and_records_each_row_once(int rows) {
        long before = head();
        byte[] file = unsent(ImportFixture.resource(ImportKind.FILINGS));
        Importer older = new Importer(commands::send, ledger()::head, CLOCK, keyedIds, _ -> false);
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> enter(older, ImportKind.FILINGS, file, cutAfter(rows)));

        ImportReport repeated = enter(importer, ImportKind.FILINGS, file);

        assertThat(repeated.alreadyEntered()).isEqualTo(rows);
        assertOnceEach(before);
    }

    /** The ids of an older program follow from the file alone, and the digests of its requests are plain. */
    @ParameterizedTest
    @ValueSource(ints = {1, 95})
    void a_file_that_an_older_program_entered_goes_on_under_its_ids(int rows) throws IOException {
        long before = head();
        byte[] file = unsent(ImportFixture.resource(ImportKind.FILINGS));
        RowIds ids = new RowIds(ImportFixture.REGISTRAR, TODAY, Sha256Digest.of(file), null);
        try (ImportFile read = ImportFile.read(
                        new ByteArrayInputStream(file), new WorkbookText(ImportFile.MAX_BYTES, 1 << 20));
                RowImporter older = new RowImporter(
                        commands, ids, new RowImporter.Progress(ImportProgress.silent(), rows, before))) {
            ImportCheck check = ImportCheck.of(ImportKind.FILINGS, read, TODAY, 1_000_000, ImportProgress.silent());
            ImportRows entered = new ImportRows(ImportKind.FILINGS, read, TODAY, 1_000_000, check.errors());
            for (int row = 0; row < rows && entered.advance(); row++) {
                older.enter(Objects.requireNonNull(entered.row()));
            }
            older.finish();
        }

        ImportReport repeated = enter(importer, ImportKind.FILINGS, file);

        assertThat(repeated.alreadyEntered()).isEqualTo(rows);
        assertOnceEach(before);
    }

    @Test
    void rows_are_recorded_whole_one_after_another_in_the_order_of_the_file() {
        long before = head();
        byte[] file = ImportFixture.resource(ImportKind.FILINGS);

        enter(importer, ImportKind.FILINGS, unsent(file));

        List<StoredEvent> events = recordedAfter(before);
        List<String> states = new String(file, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.substring(0, 3))
                .toList();
        assertThat(events)
                .filteredOn(event -> (event.position() - before) % 3 == 1)
                .extracting(StoredEvent::state)
                .isEqualTo(states);
        for (int row = 0; row < ROWS; row++) {
            assertThat(events.subList(3 * row, 3 * row + 3))
                    .extracting(event -> payload(event).path("attestation").stringValue())
                    .containsOnly(
                            payload(events.get(3 * row)).path("attestation").stringValue());
        }
    }

    private static ImportProgress cutAfter(int rows) {
        return new ImportProgress() {
            @Override
            public void checked(long checked) {}

            @Override
            public void entered(long entered, long of) {
                if (entered == rows) {
                    throw new CancellationException();
                }
            }
        };
    }

    @Test
    void two_imports_at_once_by_two_nodes_record_each_row_once() throws Exception {
        long before = head();
        byte[] file = unsent(ImportFixture.resource(ImportKind.FILINGS));
        Importer other = new Importer(commands, ledger()::head, CLOCK, keyedIds, _ -> false);
        List<Callable<ImportReport>> both =
                List.of(() -> enter(importer, ImportKind.FILINGS, file), () -> enter(other, ImportKind.FILINGS, file));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(both)) {
                assertThat(done.get().errors()).isEmpty();
            }
        }

        assertOnceEach(before);
    }

    private static void assertOnceEach(long before) {
        List<StoredEvent> events = recordedAfter(before);
        assertThat(events).hasSize(3 * ROWS);
        Map<String, Long> perAttestation = events.stream()
                .collect(Collectors.groupingBy(
                        event -> payload(event).path("attestation").stringValue() + event.type(),
                        Collectors.counting()));
        assertThat(perAttestation).hasSize(3 * ROWS);
    }

    private static JsonNode payload(StoredEvent event) {
        return EventJson.MAPPER.readTree(event.payload());
    }

    private static ImportReport enter(Importer importer, ImportKind kind, byte[] file) {
        return enter(importer, kind, file, ImportProgress.silent());
    }

    private static ImportReport enter(Importer importer, ImportKind kind, byte[] file, ImportProgress progress) {
        try {
            return importer.enter(kind, new ByteArrayInputStream(file), ImportFixture.REGISTRAR, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
