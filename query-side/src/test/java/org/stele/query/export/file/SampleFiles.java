package org.stele.query.export.file;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.stele.query.export.file.Provenance.Fact;

/** One sheet with everything that a cell may hold; as a program, it writes the sheet in every format into a folder. */
final class SampleFiles {

    private SampleFiles() {}

    static Sheet sheet() {
        Sheet.Builder sheet = Sheet.of(
                "Sample", Column.text("what", "What", 30), Column.number("count", "Count"), Column.date("day", "Day"));
        sheet.row("=HYPERLINK(\"http://example.org\")", 11_490, LocalDate.of(2018, 12, 31));
        sheet.row("-3", new BigDecimal("0.8125"), null);
        sheet.row("Côte d'Ivoire, \"Türkiye\"\nРоссия جمهورية", -7, null);
        sheet.row(null, null, null);
        sheet.row("<b>&amp;</b>", 0, LocalDate.of(1, 1, 1).withYear(2000));
        return sheet.build();
    }

    static Provenance provenance() {
        return new Provenance(
                LocalDate.of(2019, 12, 22),
                List.of(
                        Fact.of("effective_on", "Effective on", LocalDate.of(2019, 12, 23)),
                        Fact.of("tree_size", "Tree size", 214L),
                        Fact.note("check", "How to check it", "Ask again.")));
    }

    static Path file(Path folder, FileFormat format) {
        return folder.resolve("sample." + format.extension());
    }

    static void main(String[] folder) throws IOException {
        for (FileFormat format : FileFormat.values()) {
            Files.write(file(Path.of(folder[0]), format), format.bytes(sheet(), provenance()));
        }
    }
}
