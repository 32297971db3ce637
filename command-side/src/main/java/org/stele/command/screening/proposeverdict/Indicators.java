package org.stele.command.screening.proposeverdict;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The codes of the indicators of IT workers that advisories name; it-worker-indicators.csv says what each means. */
final class Indicators {

    private static final Set<String> CODES = read();

    private Indicators() {}

    static boolean isKnown(String code) {
        return CODES.contains(code);
    }

    private static Set<String> read() {
        try (var file = Objects.requireNonNull(Indicators.class.getResourceAsStream("it-worker-indicators.csv"));
                var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return rows.stream()
                    .map((NamedCsvRecord row) -> row.getField("code"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
