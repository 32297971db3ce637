package org.stele.command.written;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be read in one way is read; what can be read in two is asked about; what can be read in none is refused. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class WrittenTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "007 | 7",
                "1200 | 1200",
                "1,200 | 1200",
                "1 200 | 1200",
                "1\u00A0200 | 1200",
                "1\u202F200 | 1200",
                "1'200 | 1200",
                "1’200 | 1200",
                "1,234,567 | 1234567",
                "1.234.567 | 1234567",
                "12,34,567 | 1234567",
                "١٢٠٠ | 1200",
                "١٬٢٠٠ | 1200",
                "１２００ | 1200",
                "' 12 ' | 12",
                "10,000,000 | 10000000"
            })
    void a_count_is_read_as_people_write_it(String written, int count) {
        assertThat(WrittenCount.read(written).value()).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.200 | may be a whole number or a fraction. Write 1200",
                "10,000,001 | Expected a whole number from 0 to 10,000,000",
                "-1 | Expected a whole number",
                "1.5 | Expected a whole number",
                "1,5 | Expected a whole number",
                "1,20 | Expected a whole number",
                "0,123 | Expected a whole number",
                "1,200.00 | Expected a whole number",
                "1,2345 | Expected a whole number",
                "1 2 | Expected a whole number",
                "1,200 300 | Expected a whole number",
                "about 12 | Expected a whole number",
                "12 persons | Expected a whole number",
                "none | Expected a whole number",
                "1e3 | Expected a whole number",
                "0x10 | Expected a whole number",
                "99999999999999999999 | Expected a whole number"
            })
    void a_count_that_is_none_or_more_than_one_is_refused_with_what_to_write(String written, String words) {
        assertThatThrownBy(() -> WrittenCount.read(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2019 | 2019",
                "2019-12 | 2019-12",
                "2019-12-22 | 2019-12-22",
                "2019-12-01/2019-12-06 | 2019-12-01/2019-12-06",
                "2018/2019 | 2018/2019",
                "2019-1-5 | 2019-01-05",
                "2019/12/22 | 2019-12-22",
                "2019.12.22 | 2019-12-22",
                "2019. 12. 22. | 2019-12-22",
                "22.12.2018 | 2018-12-22",
                "22/12/2018 | 2018-12-22",
                "22-12-2018 | 2018-12-22",
                "12/22/2018 | 2018-12-22",
                "3/3/2019 | 2019-03-03",
                "12/2019 | 2019-12",
                "12.2019 | 2019-12",
                "22 December 2019 | 2019-12-22",
                "22nd of December 2019 | 2019-12-22",
                "22 DEC 2019 | 2019-12-22",
                "22-Dec-2019 | 2019-12-22",
                "December 22, 2019 | 2019-12-22",
                "Dec. 22 2019 | 2019-12-22",
                "December 2019 | 2019-12",
                "Sept 2019 | 2019-09",
                "1er décembre 2019 | 2019-12-01",
                "22 de diciembre de 2019 | 2019-12-22",
                "diciembre de 2019 | 2019-12",
                "22 декабря 2019 г. | 2019-12-22",
                "декабрь 2019 | 2019-12",
                "٢٢ ديسمبر ٢٠١٩ | 2019-12-22",
                "2019年12月22日 | 2019-12-22",
                "2019年12月 | 2019-12",
                "'  22  December  2019 ' | 2019-12-22",
                "1 December 2019 to 6 December 2019 | 2019-12-01/2019-12-06",
                "December 2019 – January 2020 | 2019-12/2020-01",
                "22.12.2018 - 22.12.2019 | 2018-12-22/2019-12-22"
            })
    void a_date_is_read_as_people_write_it_and_no_more_precisely(String written, String date) {
        assertThat(WrittenDate.read(written)).hasToString(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "03/04/2019 | may be 3 April 2019 or 4 March 2019. Write 2019-04-03 or 2019-03-04.",
                "3.4.2019 | may be 3 April 2019 or 4 March 2019. Write 2019-04-03 or 2019-03-04.",
                "3-4-2019 | may be 3 April 2019 or 4 March 2019.",
                "3/1/2020 | may be 3 January 2020 or 1 March 2020.",
                "1/2/2019 to 3/3/2019 | may be 1 February 2019 or 2 January 2019."
            })
    void a_date_that_may_be_two_days_is_refused_with_both(String written, String words) {
        assertThatThrownBy(() -> WrittenDate.read(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019-02-30",
                "30 February 2019",
                "31.02.2019",
                "13/13/2019",
                "2019-13",
                "13/2019",
                "0/5/2019",
                "22/12/19",
                "22 Dec 19",
                "22 December",
                "2019/12",
                "Q4 2019",
                "end of 2019",
                "tomorrow",
                "43821",
                "2019-12-22T00:00:00Z",
                "22 Decembar 2019",
                "22 December 2019 to 1 December 2019",
                "1800"
            })
    void what_no_calendar_has_or_nobody_can_read_is_refused(String written) {
        assertThatThrownBy(() -> WrittenDate.read(written)).isInstanceOf(IllegalArgumentException.class);
    }
}
