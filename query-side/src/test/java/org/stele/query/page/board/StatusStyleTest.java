package org.stele.query.page.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stele.query.page.BoardLayer;
import org.stele.query.page.StatusStyle;
import org.stele.query.page.TestFrames;
import org.stele.statefile.status.Flag;
import org.stele.statefile.status.HalfRuleStatus;
import org.stele.statefile.status.RepatriationStatus;
import org.stele.statefile.status.TimelinessStatus;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class StatusStyleTest {

    private static final Path MARKS = Path.of("src/main/jte/parts/marks.jte");
    private static final Path MAP = Path.of("src/main/jte/board/map.jte");
    private static final Path STYLE = Path.of("../web-support/src/main/resources/org/stele/web/page/assets/stele.css");

    @ParameterizedTest
    @EnumSource
    void each_look_has_a_colour_a_mark_and_on_the_map_a_fill(StatusStyle look) throws IOException {
        assertThat(Files.readString(STYLE)).contains("." + look.cssClass() + " { --fill:");
        assertThat(Files.readString(MARKS)).contains("<symbol id=\"%s\"".formatted(look.mark()));
        if (look.mapFill().startsWith("url(#")) {
            String pattern = look.mapFill().substring(5, look.mapFill().length() - 1);
            assertThat(Files.readString(MAP)).contains("<pattern id=\"%s\"".formatted(pattern));
        }
    }

    @Test
    void no_two_looks_have_the_same_fill_on_the_map() {
        assertThat(Arrays.stream(StatusStyle.values()).map(StatusStyle::mapFill))
                .doesNotHaveDuplicates();
    }

    @Test
    void overdue_and_disputed_are_told_by_a_pattern_as_well() throws IOException {
        String style = Files.readString(STYLE);

        assertThat(line(style, ".look-overdue")).contains("repeating-linear-gradient(135deg");
        assertThat(line(style, ".look-disputed")).contains("radial-gradient(");
    }

    @Test
    void every_status_has_a_look_of_its_legend_and_words() {
        for (RepatriationStatus status : RepatriationStatus.values()) {
            agreed(BoardLayer.REPAT, BoardLayer.look(status), status);
        }
        for (TimelinessStatus status : TimelinessStatus.values()) {
            agreed(BoardLayer.REP_MID, BoardLayer.look(status), status);
            agreed(BoardLayer.REP_FIN, BoardLayer.look(status), status);
        }
    }

    @Test
    void every_half_rule_status_and_every_flag_has_words_and_a_sentence() {
        Stream<String> keys = Stream.concat(
                Arrays.stream(HalfRuleStatus.values()).map(status -> "status.REP-HALF." + status),
                Arrays.stream(Flag.values()).map(flag -> "flag." + flag));

        assertThat(keys.filter(key -> !TestFrames.ENGLISH.has(key) || !TestFrames.ENGLISH.has(key + ".means"))
                        .collect(Collectors.toList()))
                .isEmpty();
    }

    @Test
    void no_word_of_any_status_is_a_verdict() {
        for (RepatriationStatus status : RepatriationStatus.values()) {
            assertThat(TestFrames.ENGLISH.text(BoardLayer.REPAT.words(status)))
                    .doesNotContainIgnoringCase("complian")
                    .doesNotContainIgnoringCase("violat");
        }
    }

    private static void agreed(BoardLayer show, StatusStyle look, Enum<?> status) {
        assertThat(show.looks()).contains(look);
        assertThat(TestFrames.ENGLISH.has(show.words(look))).isTrue();
        assertThat(TestFrames.ENGLISH.has(show.words(status))).isTrue();
        assertThat(TestFrames.ENGLISH.has(show.words(status) + ".means")).isTrue();
    }

    private static String line(String text, String start) {
        return text.lines().filter(line -> line.startsWith(start)).findFirst().orElse("");
    }
}
