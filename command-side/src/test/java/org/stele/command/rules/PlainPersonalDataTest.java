package org.stele.command.rules;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlainPersonalDataTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "836410105",
                "holder of 836410105, a worker",
                "PS836410105",
                "passport no. 4721234",
                "Passport number: PD 4721234",
                "passports 83641 and others",
                "K1234567",
                "паспорт № 836410",
                "see https://example.org/lists/passport-4721234.html",
                "https://example.org/scan?passport=PD4721234",
                "护照号码 83641010",
            })
    void numbers_of_travel_documents_are_found(String text) {
        assertThat(PlainPersonalData.in(text)).isEqualTo("the number of a travel document");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"person@example.org", "Write to first.last+x@mail.example.co.kp today", "<a_b@example.com>"})
    void e_mail_addresses_are_found(String text) {
        assertThat(PlainPersonalData.in(text)).isEqualTo("an e-mail address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "born on 12 March 1980",
                "https://example.org/workers/born-12-march-1980.html",
                "Born: 1980-03-12",
                "date of birth: 12/03/1980",
                "DOB 12.03.1980",
                "d.o.b. March 12, 1980",
                "né le 12 mars 1980",
                "nacida el 12 de marzo de 1980",
                "дата рождения 12.03.1980",
                "1980年3月12日 出生 1980年3月12日",
                "생년월일 1980년 3월 12일",
            })
    void birth_dates_that_are_called_so_are_found(String text) {
        assertThat(PlainPersonalData.in(text)).isEqualTo("a date of birth");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30,023 persons on 22 December 2017, 11490 a year later",
                "As at 2019-12-22 none remained (20191222).",
                "S/RES/2397 (2017), S/AC.49/2020/17, para. 8",
                "1000000 permits",
                "Born out by the records of 12 March 2019 and 13 March 2019 is that all left",
                "children born in 2015 stayed",
                "https://example.org/123456789/K1234567.html",
                "https://example.org/2019/12/22/passport-scandal-20191222",
                "see medium.example/@writer",
                "Two passports were expired.",
                "flight SU272 and SU6286",
                "KPi.001 and DATAID 690734",
            })
    void what_is_no_personal_data_passes(String text) {
        assertThat(PlainPersonalData.in(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"filings.csv", "claims.csv", "evidence.csv"})
    void every_text_of_the_real_filings_passes(String file) {
        assertThat(cells(file))
                .hasSizeGreaterThan(60)
                .allSatisfy(
                        text -> assertThat(PlainPersonalData.in(text)).as(text).isNull());
    }

    @Test
    void a_long_text_takes_no_long_time() {
        String text = "passport date of birth born ".repeat(350) + "a".repeat(200);

        assertThat(PlainPersonalData.in(text)).isNull();
        assertThat(PlainPersonalData.in("a".repeat(10_000) + "@" + "b.".repeat(100)))
                .isNull();
    }

    private static Stream<String> cells(String file) {
        InputStream csv = Objects.requireNonNull(
                PlainPersonalDataTest.class.getResourceAsStream("/org/stele/command/importing/" + file));
        try (var records = CsvReader.builder().ofCsvRecord(csv)) {
            return records.stream().flatMap(row -> row.getFields().stream()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
