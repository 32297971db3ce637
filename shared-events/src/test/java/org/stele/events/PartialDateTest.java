package org.stele.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PartialDateTest {

    @ParameterizedTest
    @CsvSource({
        "2019, 2019-01-01, 2019-12-31",
        "2019-02, 2019-02-01, 2019-02-28",
        "2020-02, 2020-02-01, 2020-02-29",
        "2019-03-06, 2019-03-06, 2019-03-06",
        "2020-03-26/2020-04-10, 2020-03-26, 2020-04-10",
        "2019/2020-02, 2019-01-01, 2020-02-29"
    })
    void it_stands_for_its_first_to_its_last_day(String text, LocalDate firstDay, LocalDate lastDay) {
        PartialDate date = PartialDate.parse(text);

        assertThat(date.firstDay()).isEqualTo(firstDay);
        assertThat(date.lastDay()).isEqualTo(lastDay);
        assertThat(date).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "19",
                "2019-2",
                "2019-13",
                "2019-02-30",
                "2019-04-31",
                "2019-00",
                "2019-03-00",
                "2020-04-10/2020-03-26",
                "2019-01-01/",
                "/2019",
                "2019/2020/2021",
                "06.03.2019",
                "2019-03-06T00:00:00Z",
                "0000",
                "1944",
                "2200",
                "２０１９",
                " 2019",
                "2019-03-06/2019-02-30"
            })
    void no_other_text_and_no_impossible_day_is_a_date(String text) {
        assertThatThrownBy(() -> PartialDate.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_interval_of_one_day_is_that_day() {
        LocalDate day = LocalDate.of(2019, 3, 6);

        assertThat(PartialDate.between(day, day)).isEqualTo(PartialDate.of(day)).hasToString("2019-03-06");
        assertThat(PartialDate.between(day, day.plusDays(1)).isExact()).isFalse();
    }
}
