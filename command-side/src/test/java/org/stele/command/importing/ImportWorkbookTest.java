package org.stele.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.importing.ImportFixture.file;
import static org.stele.command.importing.ImportFixture.row;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.command.entry.CommandContext;
import org.stele.command.evidence.recordevidence.RecordEvidence;
import org.stele.command.repatriation.recordarrival.RecordArrival;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;

/** A workbook is read as a person sees it, and what cannot be read of it is named. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class ImportWorkbookTest {

    private static final ImportKind KIND = ImportKind.ARRIVALS;
    private static final String HEADER = "iso3,category,count,arrived,received_from,received_to,summary,source_title,"
            + "source_address,confidence\n";
    /** Day 43,235 is 15 May 2018. */
    private static final String STYLES = """
            <styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>\
            <numFmt numFmtId="165" formatCode="mmm &quot;day&quot; yyyy"/><numFmt numFmtId="166" formatCode="[Red]yyyy"/>\
            <numFmt numFmtId="167" formatCode="#,##0"/></numFmts>\
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>\
            <xf numFmtId="167"/><xf numFmtId="17"/><xf numFmtId="22"/></cellXfs></styleSheet>""";

    private final ImportFixture fixture = new ImportFixture();

    @ParameterizedTest
    @EnumSource(ImportKind.class)
    void a_workbook_says_what_the_same_csv_says(ImportKind kind) {
        String csv = file(kind, row(kind), row(kind, "iso3", "SWE"));
        ImportFixture other = new ImportFixture();

        assertThat(fixture.enter(kind, Xlsx.of(csv)).errors()).isEmpty();
        other.enter(kind, csv);

        assertThat(fixture.ledger.recorded()).hasSameSizeAs(other.ledger.recorded());
        assertThat(fixture.ledger.recorded())
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(CommandContext.class, FilingId.class)
                .isEqualTo(other.ledger.recorded());
    }

    @ParameterizedTest
    @ValueSource(strings = {"openpyxl", "xlsxwriter"})
    void what_programs_write_is_read(String program) throws IOException {
        String name = "inputs/%s.xlsx".formatted(program);
        try (InputStream stream = Objects.requireNonNull(ImportWorkbookTest.class.getResourceAsStream(name), name)) {
            assertThat(fixture.enter(KIND, stream.readAllBytes()).errors()).isEmpty();
        }

        assertThat(fixture.recorded(RecordArrival.class)).hasSize(2).first().satisfies(arrival -> {
            assertThat(arrival.count()).isEqualTo(new PersonsCount(1_200));
            assertThat(arrival.arrived()).isEqualTo(PartialDate.parse("2018-05-15"));
            assertThat(arrival.received()).isEqualTo(PartialDate.parse("2018-06-04/2018-06-05"));
            assertThat(Objects.requireNonNull(arrival.source()).summary()).isEqualTo("Côte d'Ivoire, & others");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "43235,1,2018-05-15",
        "43235,2,2018-05-15",
        "43235.75,2,2018-05-15",
        "43235,3,2018-05",
        "43235,6,2018-05",
        "43235,4,2018",
        "43235,7,2018-05-15",
        "2018,0,2018",
        "2018.0,5,2018",
        "2.018E3,0,2018"
    })
    void a_number_is_a_date_where_a_person_sees_one(String number, int style, String date) {
        fixture.enter(KIND, styled("<c r=\"D2\" s=\"%s\"><v>%s</v></c>".formatted(style, number), "2"));

        assertThat(fixture.recorded(RecordArrival.class))
                .singleElement()
                .extracting(RecordArrival::arrived)
                .isEqualTo(PartialDate.parse(date));
    }

    @ParameterizedTest
    @CsvSource({"2,2", "1200,1200", "12E2,1200", "3.0,3", "0,0"})
    void a_number_without_a_fraction_is_whole(String number, int count) {
        fixture.enter(KIND, styled(date(), number));

        assertThat(fixture.recorded(RecordArrival.class))
                .singleElement()
                .extracting(RecordArrival::count)
                .isEqualTo(new PersonsCount(count));
    }

    @Test
    void days_are_counted_from_1904_where_the_workbook_says_so() {
        Map<String, String> parts = Xlsx.parts(rows("<c r=\"D2\" s=\"1\"><v>41773</v></c>", "2"));
        parts.put("xl/styles.xml", STYLES);
        parts.computeIfPresent(
                "xl/workbook.xml", (_, xml) -> xml.replace("<workbookPr/>", "<workbookPr date1904=\"1\"/>"));

        fixture.enter(KIND, Xlsx.zip(parts));

        assertThat(fixture.recorded(RecordArrival.class))
                .singleElement()
                .extracting(RecordArrival::arrived)
                .isEqualTo(PartialDate.parse("2018-05-15"));
    }

    @Test
    void a_formula_is_its_stored_value_and_one_without_is_named() {
        String stored = "<c r=\"D2\" t=\"str\"><f>TEXT(A1,\"yyyy\")</f><v>2018-05</v></c>";
        String lost = "<c r=\"D2\"><f>TODAY()</f></c>";

        assertThat(fixture.check(KIND, styled(stored, "2")).errors()).isEmpty();
        assertThat(error(styled(lost, "2"), 2, "arrived").message()).contains("no stored value");
    }

    @ParameterizedTest
    @CsvSource({
        "'<c r=\"D2\" t=\"e\"><v>#N/A</v></c>',an error,#N/A",
        "'<c r=\"D2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>',an error,#DIV/0!",
        "'<c r=\"D2\"><v>soon</v></c>',no number,soon",
        "'<c r=\"D2\" s=\"1\"><v>-1</v></c>',format of a date,-1",
        "'<c r=\"D2\" s=\"1\"><v>2958466</v></c>',format of a date,2958466",
        "'<c r=\"D2\" s=\"1\"><v>1E99999999</v></c>',format of a date,1E99999999",
        "'<c r=\"D2\" t=\"s\"><v>0</v></c>',does not have,0",
        "'<c r=\"D2\" t=\"s\"><v>2147483647</v></c>',does not have,2147483647",
        "'<c r=\"D2\" t=\"x\"><v>1</v></c>',no workbook has,1"
    })
    void a_cell_that_cannot_be_read_is_named(String cell, String expected, String got) {
        ImportError error = error(styled(cell, "2"), 2, "arrived");

        assertThat(error.message()).contains(expected);
        assertThat(error.got()).isEqualTo(got);
        assertThat(fixture.ledger.recorded()).isEmpty();
    }

    @Test
    void shared_texts_are_joined_from_their_runs_without_what_helps_to_pronounce_them() {
        Map<String, String> parts = Xlsx.parts(rows("<c r=\"D2\" t=\"s\"><v>1</v></c>", "2"));
        parts.put(
                "xl/sharedStrings.xml",
                "<sst><si><t>x</t></si><si><r><t>2018</t></r><r><rPr/><t>-05</t></r><rPh sb=\"0\" eb=\"1\"><t>9</t></rPh></si></sst>");

        fixture.enter(KIND, Xlsx.zip(parts));

        assertThat(fixture.recorded(RecordArrival.class))
                .singleElement()
                .extracting(RecordArrival::arrived)
                .isEqualTo(PartialDate.parse("2018-05"));
    }

    @Test
    void rows_have_the_numbers_of_the_spreadsheet() {
        String rows = rows(date(), "2") + "<row r=\"7\">" + Xlsx.text("A7", "XXX") + "</row>";

        ImportReport report = fixture.check(KIND, Xlsx.sheet(rows));

        assertThat(report.errors()).extracting(ImportError::row).containsOnly(7L);
        assertThat(report.rows()).isEqualTo(2);
    }

    @Test
    void the_first_visible_sheet_is_read() {
        Map<String, String> parts = Xlsx.parts(rows(date(), "2"));
        parts.computeIfPresent(
                "xl/workbook.xml",
                (_, xml) -> xml.replace(
                        "<sheets>", "<sheets><sheet name=\"H\" sheetId=\"2\" state=\"hidden\" r:id=\"rId9\"/>"));

        assertThat(fixture.check(KIND, Xlsx.zip(parts)).errors()).isEmpty();
    }

    @Test
    void a_cell_under_no_column_name_is_named() {
        String rows = rows(date() + Xlsx.text("L2", "x"), "2");

        assertThat(error(Xlsx.sheet(rows), 2, null).message()).startsWith("Cell 12 stands under no column name.");
    }

    @Test
    void an_older_workbook_is_named() {
        byte[] older = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};

        assertThat(error(older, 1, null).message()).contains(".xls", "password");
    }

    @Test
    void the_same_workbook_is_entered_once() {
        byte[] workbook = Xlsx.of(file(ImportKind.EVIDENCE, row(ImportKind.EVIDENCE)));

        assertThat(fixture.enter(ImportKind.EVIDENCE, workbook).entered()).isEqualTo(1);
        assertThat(fixture.enter(ImportKind.EVIDENCE, workbook).alreadyEntered())
                .isEqualTo(1);
        assertThat(fixture.recorded(RecordEvidence.class)).hasSize(1);
    }

    private static String date() {
        return Xlsx.text("D2", "2018-05-15");
    }

    private static byte[] styled(String arrived, String count) {
        Map<String, String> parts = Xlsx.parts(rows(arrived, count));
        parts.put("xl/styles.xml", STYLES);
        return Xlsx.zip(parts);
    }

    /** The header and one row, with these cells. */
    private static String rows(String arrived, String count) {
        StringBuilder rows = new StringBuilder("<row r=\"1\">");
        String[] names = HEADER.strip().split(",");
        for (int column = 0; column < names.length; column++) {
            rows.append(Xlsx.text(Xlsx.place(1, column), names[column]));
        }
        String[] others = arrived.contains("r=\"L2\"") ? arrived.split("(?=<c r=\"L2\")") : new String[] {arrived, ""};
        return rows + "</row><row r=\"2\">" + Xlsx.text("A2", "NOR") + Xlsx.text("B2", "WORKER")
                + "<c r=\"C2\"><v>" + count + "</v></c>" + others[0] + Xlsx.text("E2", "2018-06-04")
                + Xlsx.text("F2", "2018-06-05") + others[1] + "</row>";
    }

    private ImportError error(byte[] workbook, long row, @Nullable String column) {
        ImportReport report = fixture.enter(KIND, workbook);
        assertThat(report.errors()).singleElement().satisfies(error -> {
            assertThat(error.row()).isEqualTo(row);
            assertThat(error.column()).isEqualTo(column);
        });
        return report.errors().getFirst();
    }
}
