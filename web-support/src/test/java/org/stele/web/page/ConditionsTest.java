package org.stele.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.stele.web.problem.ProblemException;

/** RFC 9110, sections 8.8.3, 13.1.1 and 13.1.2. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConditionsTest {

    private static final String STRONG = "\"a,b.1\"";
    private static final String WEAK = "W/\"page\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                " * ",
                "\"a,b.1\"",
                "W/\"a,b.1\"",
                "\"x\", \"a,b.1\"",
                "\"x\",,\"a,b.1\" ,",
                "\"a,b.1\",W/\"x\"",
                "\t\"x\" ,\t\"a,b.1\"",
                "\"\",\"a,b.1\""
            })
    void a_reader_who_names_the_tag_or_any_has_the_answer(String header) {
        assertThat(Conditions.isKnown(asking("If-None-Match", header), STRONG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"a\"",
                "\"b.1\"",
                "a,b.1",
                "\"a,b.1",
                "a,b.1\"",
                "w/\"a,b.1\"",
                "\"x\" \"a,b.1\"",
                "*, \"x\"",
                "\"x\", *",
                "\"A,B.1\""
            })
    void a_reader_who_names_another_or_nothing_that_is_a_tag_is_sent_it(String header) {
        assertThat(Conditions.isKnown(asking("If-None-Match", header), STRONG)).isFalse();
    }

    @Test
    void a_weak_tag_is_known_by_a_weak_or_a_strong_one() {
        assertThat(Conditions.isKnown(asking("If-None-Match", "\"page\""), WEAK))
                .isTrue();
        assertThat(Conditions.isKnown(asking("If-None-Match", "W/\"page\""), WEAK))
                .isTrue();
        assertThat(Conditions.isKnown(asking("If-None-Match", "W/\"other\""), WEAK))
                .isFalse();
    }

    @Test
    void several_lines_are_one_list() {
        MockHttpServletRequest request = asking("If-None-Match", "\"x\"");
        request.addHeader("If-None-Match", STRONG);

        assertThat(Conditions.isKnown(request, STRONG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "W/\"a,b.1\"", "", "a,b.1"})
    void who_wants_another_answer_than_there_is_gets_none(String header) {
        assertThatThrownBy(() -> Conditions.isKnown(asking("If-Match", header), STRONG))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(412);
                    assertThat(refused.problem().code()).isEqualTo("precondition-failed");
                });
    }

    @Test
    void who_wants_the_answer_that_there_is_gets_it() {
        assertThat(Conditions.isKnown(asking("If-Match", "\"x\", " + STRONG), STRONG))
                .isFalse();
        assertThat(Conditions.isKnown(asking("If-Match", "*"), STRONG)).isFalse();
        assertThat(Conditions.isKnown(asking("If-Match", "*"), WEAK)).isFalse();
        assertThatThrownBy(() -> Conditions.isKnown(asking("If-Match", WEAK), WEAK))
                .isInstanceOf(ProblemException.class);
        assertThat(Conditions.isKnown(new MockHttpServletRequest(), STRONG)).isFalse();
    }

    private static MockHttpServletRequest asking(String header, String value) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.addHeader(header, value);
        return request;
    }
}
