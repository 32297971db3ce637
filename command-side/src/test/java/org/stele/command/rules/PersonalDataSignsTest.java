package org.stele.command.rules;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.command.rules.PersonalDataSigns.Sign;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonalDataSignsTest {

    private static final Path DEMO = Path.of("..", "standalone", "src", "main", "resources", "demo");

    /** All of these names are invented. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kim Chol Su worked there",
                "KIM Chol Su",
                "Pak Jin-hyok was seen at the site",
                "Mr. Hollowby signed",
                "a worker named Omberley",
                "name: Hollowby",
                "M. Duvallon a signé",
                "el trabajador llamado Quintero",
                "гражданин Петушков",
                "г-жа Петушкова",
                "Петушков И.И.",
                "Петушков Иван Иванович",
                "姓名：金甲乙",
                "李先生在场",
                "김철수 씨",
                "성명: 김철수",
                "السيد محمود",
                "श्री कमल",
                "นายสมชาย",
                "https://news.example/?name=Hollowby"
            })
    void a_name_is_warned_of_in_many_scripts(String text) {
        assertThat(PersonalDataSigns.in(text)).contains(Sign.NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "K1234567",
                "k 123456",
                "his number 4722334",
                "passport no. 47223",
                "паспорт 4722334",
                "护照 4722334",
                "여권 472233",
                "جواز ٤٧٢٢٣٣٤",
                "４７２２３３４５",
                "https://news.example/p/K1234567"
            })
    void a_number_of_a_document_is_warned_of_in_the_digits_of_every_script(String text) {
        assertThat(PersonalDataSigns.in(text)).contains(Sign.DOCUMENT_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.03.1985",
                "1985-03-12",
                "March 12, 1985",
                "le 12 mars 1985",
                "born in 1985",
                "née en 1985",
                "1985 г.р.",
                "1985年3月12日",
                "1985년 3월",
                "١٢/٣/١٩٨٥",
                "https://news.example/?dob=1985"
            })
    void a_day_of_birth_is_warned_of(String text) {
        assertThat(PersonalDataSigns.in(text)).contains(Sign.DATE_OF_BIRTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11,490 workers were left by 2019-12-22",
                "S/AC.49/2019/5, S/RES/2397 (2017)",
                "Report of 22 December 2019",
                "20191222",
                "1 000 000 euros and 8 000 000 tonnes",
                "Kim Il Sung University and the Kim Jong-un statement",
                "Security Council Committee established pursuant to resolution 1718 (2006)",
                "The Han River Bridge, South China Sea, Ho Chi Minh City",
                "Посольство КНДР сообщило о возвращении рабочих",
                "代表团于2019年12月回国",
                "https://www.nknews.org/2020/08/un-angola-deported-296-north-korean-workers/"
            })
    void what_is_told_of_states_places_and_days_is_not(String text) {
        assertThat(PersonalDataSigns.in(text)).isEmpty();
    }

    /** Of 378 texts two, both with a number of an article. A better pattern may lower it; nothing may raise it. */
    @Test
    void few_texts_that_states_and_others_really_wrote_are_warned_of() throws IOException {
        List<String> warned = new ArrayList<>();
        int texts = 0;
        for (String file : List.of("filings.csv", "claims.csv", "evidence.csv")) {
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(DEMO.resolve(file))) {
                for (NamedCsvRecord row : rows) {
                    for (String column :
                            List.of("explanation", "summary", "source_title", "source_address", "statement")) {
                        String text = row.findField(column).orElse("");
                        texts += text.isEmpty() ? 0 : 1;
                        if (!PersonalDataSigns.in(text).isEmpty()) {
                            warned.add(file + " " + text);
                        }
                    }
                }
            }
        }
        assertThat(texts).isEqualTo(378);
        assertThat(warned).hasSizeLessThanOrEqualTo(2);
    }
}
