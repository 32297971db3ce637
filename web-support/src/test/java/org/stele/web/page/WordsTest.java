package org.stele.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.events.Audience;
import org.stele.events.PartialDate;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class WordsTest {

    private static final Languages LANGUAGES = new Languages(List.of());
    private static final Messages ENGLISH = LANGUAGES.english();

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr-CH, fr;q=0.9, en;q=0.8", "ar", "*", "", ";;q=x", "\u0000", "en-GB"})
    void any_header_gets_a_language_that_is_written(String header) {
        assertThat(LANGUAGES.preferred(header).language()).isEqualTo("en");
    }

    @Test
    void the_language_of_the_machine_changes_nothing() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(new Languages(List.of()).english().number(128_501)).isEqualTo("128,501");
            assertThat(new Languages(List.of()).english().text("nav.board")).isEqualTo("Board");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2019, 2019",
        "2019-03, March 2019",
        "2019-03-06, 6 March 2019",
        "2020-03-26/2020-04-10, 26 March 2020 to 10 April 2020",
        "2019/2020-02, 2019 to February 2020"
    })
    void a_date_is_written_no_more_precisely_than_it_is_known(String stated, String words) {
        assertThat(ENGLISH.date(PartialDate.parse(stated))).isEqualTo(words);
    }

    @Test
    void one_entry_is_singular() {
        assertThat(ENGLISH.text("head.entries", 0)).isEqualTo("no entries");
        assertThat(ENGLISH.text("head.entries", 1)).isEqualTo("1 entry");
        assertThat(ENGLISH.text("head.entries", 128_501)).isEqualTo("128,501 entries");
    }

    @Test
    void a_missing_message_is_a_programming_error() {
        assertThatThrownBy(() -> ENGLISH.text("no.such.words")).hasMessageContaining("no.such.words");
    }

    @Test
    void a_permalink_names_its_view_and_encodes_what_is_added() {
        ViewPoint point = new ViewPoint(LocalDate.of(2019, 12, 22), LocalDate.of(2020, 3, 23), 214, Audience.AUDIT);

        assertThat(point.link("/events", "state", "RUS", "type", "", "after", "a&b=c d"))
                .isEqualTo(
                        "/events?effectiveOn=2019-12-22&knownOn=2020-03-23&treeSize=214&state=RUS&after=a%26b%3Dc+d");
    }

    @Test
    void entity_tags_differ_when_parts_are_divided_otherwise() {
        Etags etags = new Etags("seed");

        assertThat(etags.of("ab", "c")).isEqualTo(etags.of("ab", "c")).isNotEqualTo(etags.of("a", "bc"));
        assertThat(etags.of("ab", "c")).isNotEqualTo(new Etags("another start").of("ab", "c"));
    }
}
