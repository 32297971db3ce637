package org.stele.statefile.filed;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.Confidence;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;

/** The rows of one CSV file with a header. A blank field is not stated. */
public final class Table {

    private Table() {}

    /** One row. */
    public record Row(Map<String, String> fields) {

        public String text(String name) {
            return fields.getOrDefault(name, "");
        }

        public @Nullable String textOrNull(String name) {
            String text = text(name);
            return text.isBlank() ? null : text;
        }

        public MemberState memberState() {
            return MemberState.find(text("iso3")).orElseThrow();
        }

        public boolean isTrue(String name) {
            return "true".equals(text(name));
        }

        public @Nullable PersonsCount count(String name) {
            String text = textOrNull(name);
            return text == null ? null : new PersonsCount(Integer.parseInt(text));
        }

        public @Nullable PartialDate date(String name) {
            String text = textOrNull(name);
            return text == null ? null : PartialDate.parse(text);
        }

        /** The days from the first day of one column to the last day of the other. */
        public PartialDate interval(String from, String to) {
            LocalDate first = PartialDate.parse(text(from)).firstDay();
            return PartialDate.between(first, PartialDate.parse(text(to)).lastDay());
        }

        public SourceReference source() {
            return new SourceReference(
                    textOrNull("source_title"),
                    textOrNull("source_address"),
                    textOrNull("confidence") == null ? null : Confidence.parse(text("confidence")));
        }
    }

    /** The rows of a file; none where it is not there. */
    public static List<Row> readIfThere(Path file) {
        return Files.exists(file) ? read(file) : List.of();
    }

    public static List<Row> read(Path file) {
        try (Reader reader = Files.newBufferedReader(file);
                Stream<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(reader).stream()) {
            return records.map(record -> new Row(record.getFieldsAsMap())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
