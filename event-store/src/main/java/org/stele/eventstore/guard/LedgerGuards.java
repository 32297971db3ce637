package org.stele.eventstore.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stele.eventstore.event.IntegrityViolation;

/**
 * A LedgerGuards is what the migrations made and writers and readers rely on: tables, columns, keys, triggers,
 * functions and rights, and that nothing was added to them. The tables' owner can change any of it, without a trace
 * until a row is changed, or a new row is not what was to be recorded.
 */
public final class LedgerGuards {

    /** Written by GuardLinesTest from a freshly migrated database. */
    static final String EXPECTED_FILE = "/db/ledger-guards.txt";

    private static final SortedMap<String, String> EXPECTED = expected();

    private LedgerGuards() {}

    private static SortedMap<String, String> expected() {
        SortedMap<String, String> lines = new TreeMap<>();
        try (InputStream file = LedgerGuards.class.getResourceAsStream(EXPECTED_FILE)) {
            new String(Objects.requireNonNull(file, EXPECTED_FILE).readAllBytes(), UTF_8)
                    .lines()
                    .forEach(line -> {
                        String[] parts = line.split(" = ", 2);
                        lines.put(parts[0], parts[1]);
                    });
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SortedMap<String, String> expectedLines() {
        return EXPECTED;
    }

    /** Every deviation from what the migrations made, changes first; empty when there is none. */
    static List<String> wrongs(Connection connection) throws SQLException {
        SortedMap<String, String> found = GuardLines.read(connection);
        List<String> changed = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        EXPECTED.forEach((name, expected) -> {
            String text = found.remove(name);
            if (text == null) {
                missing.add(name + " is missing");
            } else if (!text.equals(expected)) {
                changed.add(name + " is not as the migrations made it: " + text);
            }
        });
        found.forEach((name, text) -> changed.add(name + " does not belong to the ledger (" + text + ")"));
        changed.addAll(missing);
        // A replaced table has other columns too; listing those first would hide the cause.
        changed.sort(Comparator.comparing(wrong -> wrong.startsWith("column ")));
        return changed;
    }

    /** For fsck. */
    public static void require(Connection connection) throws SQLException, IntegrityViolation {
        List<String> wrongs = wrongs(connection);
        if (!wrongs.isEmpty()) {
            throw new IntegrityViolation("guard: " + wrongs.getFirst());
        }
    }
}
