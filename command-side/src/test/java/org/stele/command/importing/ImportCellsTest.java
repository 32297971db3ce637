package org.stele.command.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.importing.ImportFixture.file;
import static org.stele.command.importing.ImportFixture.row;

import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.events.evidence.EvidenceKind;

/** Every cell that can never be right is named by its row and column, and then nothing of the file is entered. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class ImportCellsTest {

    private final ImportFixture fixture = new ImportFixture();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FILINGS  | iso3                   | XXX              | alpha-3 code",
                "FILINGS  | iso3                   | nor              | alpha-3 code",
                "FILINGS  | iso3                   | ''               | alpha-3 code",
                "FILINGS  | state                  | Sweden           | Norway",
                "FILINGS  | state                  | SWE              | Norway",
                "FILINGS  | state                  | norway           | Norway",
                "FILINGS  | obligation             | REP-END          | REP-MID",
                "FILINGS  | obligation             | REPAT            | what an attestation answers",
                "FILINGS  | obligation             | REP-HALF         | what an attestation answers",
                "FILINGS  | obligation             | ''               | what an attestation answers",
                "FILINGS  | received_from          | 2019-02-30       | No calendar",
                "FILINGS  | received_from          | 2019-03          | YYYY-MM-DD",
                "FILINGS  | received_from          | 06/03/2019       | 6 March 2019 or 3 June 2019",
                "FILINGS  | received_from          | 2019-03-01/2019-03-02 | YYYY-MM-DD",
                "FILINGS  | received_from          | ''               | YYYY-MM-DD",
                "FILINGS  | received_from          | 1719-03-06       | 1945",
                "FILINGS  | received_from          | 2019-03-21       | not after received_to",
                "FILINGS  | received_to            | 2026-10-02       | begun by today, 2026-10-01",
                "FILINGS  | received_to            | ''               | YYYY-MM-DD",
                "FILINGS  | baseline_count         | -1               | whole number",
                "FILINGS  | baseline_count         | 10000001         | to 10,000,000",
                "FILINGS  | baseline_count         | 99999999999999999999 | whole number",
                "FILINGS  | repatriated_count      | 1.5              | whole number",
                "FILINGS  | repatriated_count      | 1e3              | whole number",
                "FILINGS  | remaining_count        | 1.000            | Write 1000",
                "FILINGS  | remaining_count        | ten              | whole number",
                "FILINGS  | baseline_basis         | GUESSES          | PERMITS",
                "FILINGS  | remaining_as_of        | 2019-02-30       | No calendar",
                "FILINGS  | remaining_as_of        | 2026-10-02       | begun by today",
                "FILINGS  | period_from            | 2019-13          | No calendar",
                "FILINGS  | period_from            | 2019/2018        | backwards",
                "FILINGS  | period_to              | soon             | 2019-12-22",
                "FILINGS  | period_to              | 2027             | begun by today",
                "FILINGS  | figures_derived        | VRAI             | true or false",
                "FILINGS  | declared_nil           | yes              | true or false",
                "FILINGS  | text_withheld          | 1                | true or false",
                "FILINGS  | asserts_more_than_half | ''               | true or false",
                "FILINGS  | confidence             | HIGH             | high, medium, low",
                "CLAIMS   | claim_kind             | OTHER            | EXEMPTION, SCOPE",
                "CLAIMS   | claim_kind             | ''               | EXEMPTION, SCOPE",
                "CLAIMS   | ground                 | NOT_EARNING_INCOME | REFUGEE_LAW",
                "CLAIMS   | ground                 | ''               | REFUGEE_LAW",
                "CLAIMS   | count                  | -8               | whole number",
                "CLAIMS   | effective_on           | 2026-11          | begun by today",
                "CLAIMS   | claimed_from           | 2020-04-01       | not after claimed_to",
                "CLAIMS   | claimed_to             | 2026-10-02       | begun by today",
                "EVIDENCE | kind                   | RUMOUR           | OFFICIAL_STATEMENT",
                "EVIDENCE | kind                   | ''               | OFFICIAL_STATEMENT",
                "EVIDENCE | as_of_from             | 2020-01-01       | not after as_of_to",
                "EVIDENCE | as_of_to               | 2026-10-02       | begun by today",
                "EVIDENCE | received_from          | 2019-07-01       | not after received_to",
                "EVIDENCE | figure                 | about 30         | whole number",
                "EVIDENCE | contests               | maybe            | true or false",
                "EVIDENCE | statement              | ''               | Expected words",
                "EVIDENCE | confidence             | certain          | high, medium, low",
                "FILINGS  | published_on           | 2020-02          | YYYY-MM-DD",
                "FILINGS  | published_on           | 2026-10-02       | begun by today",
                "EVIDENCE | measure                | LEFT             | PRESENT, DEPARTED",
                "EVIDENCE | confidential           | maybe            | true or false",
                "NOTICES  | iso3                   | XXX              | alpha-3 code",
                "NOTICES  | category               | REFUGEE          | WORKER, ATTACHE, DEPENDANT",
                "NOTICES  | category               | ''               | WORKER, ATTACHE, DEPENDANT",
                "NOTICES  | count                  | ''               | whole number",
                "NOTICES  | count                  | -1               | whole number",
                "NOTICES  | departed               | ''               | got nothing",
                "NOTICES  | departed               | 2026-10-02       | begun by today",
                "NOTICES  | departed               | 2019-12/2019-11  | backwards",
                "NOTICES  | destination            | ''               | alpha-3 code",
                "NOTICES  | destination            | ZZZ              | or XXX",
                "NOTICES  | destination            | prk              | alpha-3 code",
                "NOTICES  | mode                   | BUS              | AIR, RAIL",
                "NOTICES  | basis                  | PERSONS          | LEFT, ARRIVED, STATED",
                "NOTICES  | received_to            | ''               | YYYY-MM-DD",
                "NOTICES  | confidence             | HIGH             | high, medium, low",
                "BASELINES| basis                  | GUESS            | PERSONS",
                "BASELINES| on                     | ''               | got nothing",
                "BASELINES| on                     | 2027             | begun by today",
                "BASELINES| count                  | 10000001         | to 10,000,000",
                "ARRIVALS | category               | WORKERS          | WORKER, ATTACHE, DEPENDANT",
                "ARRIVALS | count                  | ''               | whole number",
                "ARRIVALS | arrived                | ''               | got nothing",
                "ARRIVALS | arrived                | 2026-10-02       | begun by today",
                "ARRIVALS | received_from          | 2018-06-05       | not after received_to",
            })
    void a_wrong_cell_is_named_and_nothing_is_entered(ImportKind kind, String column, String value, String expected) {
        ImportReport report = fixture.enter(kind, file(kind, row(kind), row(kind, column, value)));

        ImportError error = assertRefused(report, 3, column);
        assertThat(error.message()).contains(expected);
        assertThat(error.got()).isEqualTo(value.isEmpty() ? null : value);
        assertThat(report.rows()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "FILINGS,explanation,10000",
        "FILINGS,summary,4000",
        "FILINGS,source_title,500",
        "FILINGS,source_address,2000",
        "CLAIMS,summary,4000",
        "CLAIMS,source_title,500",
        "EVIDENCE,statement,10000",
        "EVIDENCE,source_address,2000",
        "NOTICES,summary,4000",
        "BASELINES,source_title,500",
        "ARRIVALS,summary,4000"
    })
    void a_text_may_be_so_long_and_no_longer(ImportKind kind, String column, int most) {
        ImportReport longest = fixture.check(
                kind, file(kind, row(kind, column, "ä ".repeat(most / 2))).getBytes(UTF_8));
        ImportReport longer = fixture.enter(kind, file(kind, row(kind, column, "a".repeat(most + 1))));

        assertThat(longest.errors()).isEmpty();
        assertThat(assertRefused(longer, 2, column).message()).contains(String.format(Locale.ROOT, "%,d", most + 1));
    }

    @ParameterizedTest
    @CsvSource({
        "FILINGS,explanation,plain-personal-data,Passport 123456789 was shown",
        "FILINGS,summary,e-mail,Write to someone@example.org",
        "FILINGS,source_title,travel document,A 472913586",
        "CLAIMS,summary,date of birth,'One person, born 3 May 1980'",
        "EVIDENCE,statement,travel document,Passport no. 472913586",
        "NOTICES,summary,travel document,Passport no. 472913586"
    })
    void plain_personal_data_is_refused_and_not_repeated(ImportKind kind, String column, String what, String text) {
        ImportReport report = fixture.enter(kind, file(kind, row(kind, column, text)));

        ImportError error = assertRefused(report, 2, column);
        assertThat(error.got()).isNull();
        assertThat(error.message()).contains(what.equals("plain-personal-data") ? "seems to hold" : what);
    }

    @ParameterizedTest
    @CsvSource({"FILINGS,summary", "CLAIMS,source_title", "EVIDENCE,statement"})
    void nul_and_other_control_characters_are_refused(ImportKind kind, String column) {
        for (String control : new String[] {"\0", "\u0007", "\u001b", "\u0085"}) {
            ImportReport report = fixture.enter(kind, file(kind, row(kind, column, "a" + control + "b")));

            assertThat(assertRefused(report, 2, column).message())
                    .contains(String.format(Locale.ROOT, "U+%04X", (int) control.charAt(0)), "character 2");
        }
    }

    @Test
    void a_control_character_in_a_code_is_spelled_out() {
        ImportReport report =
                fixture.enter(ImportKind.FILINGS, file(ImportKind.FILINGS, row(ImportKind.FILINGS, "iso3", "N\0R")));

        assertThat(assertRefused(report, 2, "iso3").got()).isEqualTo("N\\u0000R");
    }

    @Test
    void a_period_that_runs_backwards_is_refused() {
        ImportKind kind = ImportKind.FILINGS;

        ImportReport report =
                fixture.enter(kind, file(kind, row(kind, "period_from", "2019-02", "period_to", "2019-01-31")));

        assertThat(assertRefused(report, 2, "period_from").message()).contains("period_to, 2019-01-31");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-05-01,2020-05-31,'',disputed_by",
        "2020-05-01,2020-05-31,COUNCIL,disputed_by",
        "'',2020-05-31,PANEL,disputed_from",
        "2020-05-01,'',PANEL,disputed_to",
        "2020-06-01,2020-05-31,PANEL,disputed_from",
        "2024-05-01,2024-05-01,PANEL,disputed_from"
    })
    void a_dispute_is_stated_whole_and_by_a_body_that_could_speak(String from, String to, String by, String column) {
        ImportReport report = fixture.enter(ImportKind.CLAIMS, disputed(from, to, by));

        assertRefused(report, 2, column);
    }

    @ParameterizedTest
    @CsvSource({"PANEL_REPORT,2024-04-30,2024-05-01,received_from", "MSMT_REPORT,2024-10-01,2024-09-30,received_to"})
    void a_report_of_a_body_is_of_its_time(EvidenceKind body, String right, String wrong, String column) {
        ImportKind kind = ImportKind.EVIDENCE;

        ImportReport refused = fixture.enter(kind, report(body, wrong));
        assertRefused(refused, 2, column);
        assertThat(fixture.enter(kind, report(body, right)).entered()).isEqualTo(1);
    }

    private static String report(EvidenceKind body, String day) {
        ImportKind kind = ImportKind.EVIDENCE;
        return file(kind, row(kind, "kind", body.toString(), "received_from", day, "received_to", day));
    }

    @ParameterizedTest
    @CsvSource({"2024-04-30,PANEL", "2025-01-01,MSMT"})
    void a_dispute_within_the_mandate_is_entered(String day, String by) {
        assertThat(fixture.enter(ImportKind.CLAIMS, disputed(day, day, by)).errors())
                .isEmpty();
        assertThat(fixture.ledger.recorded()).hasSize(2);
    }

    @Test
    void every_error_of_every_row_is_reported() {
        ImportKind kind = ImportKind.FILINGS;

        ImportReport report = fixture.enter(
                kind,
                file(
                        kind,
                        row(kind, "iso3", "XXX", "declared_nil", "no", "remaining_count", "x"),
                        row(kind),
                        row(kind, "obligation", "REP-END")));

        assertThat(report.errors())
                .extracting(error -> error.row() + " " + error.column())
                .containsExactlyInAnyOrder("2 iso3", "2 declared_nil", "2 remaining_count", "4 obligation");
        assertThat(report.errorsCount()).isEqualTo(4);
        assertThat(fixture.ledger.recorded()).isEmpty();
    }

    @Test
    void a_thousand_errors_are_listed_and_all_are_counted() {
        String wrong = file(ImportKind.FILINGS, row(ImportKind.FILINGS, "iso3", "XXX"));
        String line = wrong.substring(wrong.indexOf('\n') + 1);

        ImportReport report =
                fixture.enter(ImportKind.FILINGS, ImportFixture.header(ImportKind.FILINGS) + line.repeat(1_500));

        assertThat(report.errors())
                .hasSize(1_000)
                .last()
                .extracting(ImportError::row)
                .isEqualTo(1_001L);
        assertThat(report.errorsCount()).isEqualTo(1_500);
        assertThat(report.rows()).isEqualTo(1_500);
    }

    @ParameterizedTest
    @CsvSource({
        "NOR,''",
        "NOR,NOR",
        "NOR,Norway",
        "TUR,Türkiye",
        "CIV,Côte d'Ivoire",
        "GBR,United Kingdom",
        "GBR,United Kingdom of Great Britain and Northern Ireland"
    })
    void a_state_may_be_named_beside_its_code(String iso3, String name) {
        ImportKind kind = ImportKind.EVIDENCE;

        assertThat(fixture.enter(kind, file(kind, row(kind, "iso3", iso3, "state", name)))
                        .errors())
                .isEmpty();
        assertThat(fixture.ledger.recorded()).hasSize(1);
    }

    private static String disputed(String from, String to, String by) {
        ImportKind kind = ImportKind.CLAIMS;
        return file(kind, row(kind, "disputed_from", from, "disputed_to", to, "disputed_by", by));
    }

    private ImportError assertRefused(ImportReport report, long row, String column) {
        assertThat(report.errors()).singleElement().satisfies(error -> {
            assertThat(error.row()).isEqualTo(row);
            assertThat(error.column()).isEqualTo(column);
        });
        assertThat(report.errorsCount()).isEqualTo(1);
        assertThat(report.entered()).isZero();
        assertThat(fixture.ledger.recorded()).isEmpty();
        return report.errors().getFirst();
    }
}
