package org.stele.web.accept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** RFC 9110, section 12.5.1: the most particular range decides, and quality 0 means never. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class AcceptTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | application/json",
                "*/* | application/json",
                "text/html | text/html",
                "text/html, application/json | text/html",
                "application/json, text/html | application/json",
                "application/json;q=0.5, text/html;q=0.6 | text/html",
                "application/json;q=0.5, */* | application/problem+json",
                "text/html;q=0, */* | application/json",
                "text/*, application/json;q=0.9 | text/html",
                "text/*;q=0.5, text/plain | text/plain",
                "application/jsonl;q=0.5, */*;q=0.1 | application/jsonl",
                "application/json;charset=utf-8 | application/json",
                "TEXT/HTML | text/html",
                "image/png, text/plain;q=0.1 | text/plain"
            })
    void the_preferred_type_comes_first(String header, String first) {
        assertThat(Objects.requireNonNull(Accept.of(header)).inOrder().getFirst())
                .isEqualTo(MediaType.parseMediaType(first));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"image/png", "*/*;q=0", "application/json;q=0", "application/json;q=0.0, text/html;q=0.000"})
    void a_form_of_quality_0_or_that_is_not_named_is_not_taken(String header) {
        assertThat(Objects.requireNonNull(Accept.of(header)).inOrder()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "text/", "text/html;q=2", "a/b/c"})
    void a_header_that_cannot_be_read_says_nothing(String header) {
        assertThat(Accept.of(header)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | true",
                "text/html | true",
                "text/html, application/json | true",
                "application/json, text/html | false",
                "text/html;q=0, */* | false",
                "text/html;q=0.5, application/json | false",
                "*/* | false",
                "- | false"
            })
    void a_page_is_for_whoever_likes_it_better_than_json(String header, boolean page) {
        assertThat(Objects.requireNonNull(Accept.of(header)).prefersPage()).isEqualTo(page);
    }
}
