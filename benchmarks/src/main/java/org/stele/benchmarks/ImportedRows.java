package org.stele.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.stele.command.importing.ImportKind;
import org.stele.events.MemberState;

/** An ImportedRows makes files for an import from a seed: filings of 2020 with figures, or notices, and one sentence each. */
enum ImportedRows {
    filings(ImportKind.FILINGS, 3),
    notices(ImportKind.NOTICES, 1);

    private final ImportKind kind;
    private final int eventsPerRow;

    ImportedRows(ImportKind kind, int eventsPerRow) {
        this.kind = kind;
        this.eventsPerRow = eventsPerRow;
    }

    ImportKind kind() {
        return kind;
    }

    /** The events that one row becomes. */
    int eventsPerRow() {
        return eventsPerRow;
    }

    byte[] file(long rows, long seed) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(file, UTF_8)) {
            write(writer, rows, seed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** The same file on disk. */
    void file(Path path, long rows, long seed) throws IOException {
        try (Writer writer = Files.newBufferedWriter(path)) {
            write(writer, rows, seed);
        }
    }

    private void write(Writer file, long rows, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        file.append(String.join(",", kind.columns())).append('\n');
        for (long row = 1; row <= rows; row++) {
            file.append(line(row, random)).append('\n');
        }
    }

    private String line(long row, SplittableRandom random) {
        Map<String, Object> cells = this == filings ? filing(row, random) : notice(row, random);
        return kind.columns().stream()
                .map(column -> String.valueOf(cells.getOrDefault(column, "")))
                .collect(Collectors.joining(","));
    }

    private static Map<String, Object> notice(long row, SplittableRandom random) {
        return Map.of(
                "iso3",
                anyState(random),
                "category",
                "WORKER",
                "count",
                1 + random.nextInt(40),
                "departed",
                LocalDate.of(2019, 1 + random.nextInt(12), 1 + random.nextInt(28)),
                "destination",
                random.nextInt(10) == 0 ? "CHN" : "PRK",
                "mode",
                "AIR",
                "received_from",
                "2020-03-21",
                "received_to",
                "2020-03-21",
                "summary",
                "Row " + row + " of a file with what a Member State wrote about those who left.",
                "confidence",
                "high");
    }

    private static Map<String, Object> filing(long row, SplittableRandom random) {
        int persons = random.nextInt(2_000);
        int repatriated = random.nextInt(persons + 1);
        return Map.ofEntries(
                entry("iso3", anyState(random)),
                entry("obligation", random.nextBoolean() ? "REP-MID" : "REP-FIN"),
                entry("received_from", "2020-03-21"),
                entry("received_to", "2020-03-21"),
                entry("baseline_count", persons),
                entry("baseline_basis", "PERSONS"),
                entry("repatriated_count", repatriated),
                entry("remaining_count", persons - repatriated),
                entry("remaining_as_of", "2019-12-22"),
                entry("figures_derived", false),
                entry("declared_nil", false),
                entry("text_withheld", false),
                entry("asserts_more_than_half", repatriated > persons / 2),
                entry("summary", "Row " + row + " of a file with what a Member State wrote about those it sent home."),
                entry("confidence", "high"));
    }

    private static String anyState(SplittableRandom random) {
        MemberState[] states = MemberState.values();
        return states[random.nextInt(states.length)].iso3();
    }
}
