package org.stele.command.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.Actor;
import org.stele.events.Role;
import org.stele.keys.KeyedIds;

/** An importer into a ledger in memory on 1 October 2026, and files to give it. */
final class ImportFixture {

    static final Actor REGISTRAR = new Actor("registry-1", Role.REGISTRAR, null);
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-01T12:00:00Z"), ZoneOffset.UTC);

    /** A row of each kind in which nothing is wrong. */
    private static final Map<ImportKind, Map<String, String>> RIGHT = Map.of(
            ImportKind.FILINGS,
            Map.ofEntries(
                    Map.entry("iso3", "NOR"),
                    Map.entry("obligation", "REP-MID"),
                    Map.entry("received_from", "2019-03-06"),
                    Map.entry("received_to", "2019-03-20"),
                    Map.entry("figures_derived", "false"),
                    Map.entry("declared_nil", "false"),
                    Map.entry("text_withheld", "false"),
                    Map.entry("asserts_more_than_half", "false")),
            ImportKind.CLAIMS,
            Map.of(
                    "iso3", "NOR",
                    "claim_kind", "EXEMPTION",
                    "ground", "REFUGEE_LAW",
                    "claimed_from", "2020-03-01",
                    "claimed_to", "2020-03-31"),
            ImportKind.EVIDENCE,
            Map.of(
                    "iso3", "NOR",
                    "as_of_from", "2019-01-01",
                    "as_of_to", "2019-12-31",
                    "received_from", "2019-06-01",
                    "received_to", "2019-06-30",
                    "kind", "PRESS",
                    "contests", "false",
                    "statement", "Two persons were seen."),
            ImportKind.NOTICES,
            Map.of(
                    "iso3", "NOR",
                    "category", "WORKER",
                    "count", "12",
                    "departed", "2019-11",
                    "destination", "PRK",
                    "received_from", "2019-12-01",
                    "received_to", "2019-12-02"),
            ImportKind.BASELINES,
            Map.of(
                    "iso3", "NOR",
                    "count", "24",
                    "basis", "PERMITS",
                    "on", "2017-12-22",
                    "received_from", "2018-02-01",
                    "received_to", "2018-02-01"),
            ImportKind.ARRIVALS,
            Map.of(
                    "iso3", "NOR",
                    "category", "WORKER",
                    "count", "2",
                    "arrived", "2018-05-01/2018-05-20",
                    "received_from", "2018-06-04",
                    "received_to", "2018-06-04"));

    final LedgerInMemory ledger = new LedgerInMemory();
    static final KeyedIds IDS = new KeyedIds(new byte[32]);

    final Importer importer = importer(ledger);

    /** One that finds nothing of an older program on record. */
    static Importer importer(LedgerInMemory ledger) {
        return new Importer(ledger, ledger::head, CLOCK, IDS, _ -> false);
    }

    /** The cells of a right row, but for those given as column, value, column, value. */
    static Map<String, String> row(ImportKind kind, String... changes) {
        Map<String, String> cells = new HashMap<>(Objects.requireNonNull(RIGHT.get(kind)));
        for (int at = 0; at < changes.length; at += 2) {
            cells.put(changes[at], changes[at + 1]);
        }
        return cells;
    }

    @SafeVarargs
    static String file(ImportKind kind, Map<String, String>... rows) {
        return header(kind)
                + Arrays.stream(rows).map(cells -> line(kind, cells)).collect(Collectors.joining());
    }

    static String header(ImportKind kind) {
        return String.join(",", kind.columns()) + "\n";
    }

    private static String line(ImportKind kind, Map<String, String> cells) {
        return kind.columns().stream()
                        .map(column -> quoted(cells.getOrDefault(column, "")))
                        .collect(Collectors.joining(","))
                + "\n";
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    static byte[] resource(ImportKind kind) {
        String name = kind.id() + ".csv";
        try (InputStream stream = Objects.requireNonNull(ImportFixture.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportReport enter(ImportKind kind, String file) {
        return enter(kind, file.getBytes(StandardCharsets.UTF_8));
    }

    ImportReport enter(ImportKind kind, byte[] file) {
        return enter(kind, file, ImportProgress.silent());
    }

    ImportReport enter(ImportKind kind, byte[] file, ImportProgress progress) {
        try {
            return importer.enter(kind, new ByteArrayInputStream(file), REGISTRAR, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportReport check(ImportKind kind, byte[] file) {
        try {
            return importer.check(kind, new ByteArrayInputStream(file), REGISTRAR, ImportProgress.silent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T extends LedgerCommand> List<T> recorded(Class<T> type) {
        return ledger.recorded().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
