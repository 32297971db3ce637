package org.stele.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.web.problem.FieldError;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BodyReaderTest {

    record Document(@MaxSize(5) String title) {}

    record Source(@Nullable String sourceTitle) {}

    record Period(@Nullable PartialDate from, @Nullable PartialDate to) {
        Period {
            if (from != null && to != null && from.firstDay().isAfter(to.lastDay())) {
                throw new InvalidField("to", "The period runs backwards.");
            }
        }
    }

    record Filing(
            MemberState state,
            ObligationId obligation,
            @Nullable PersonsCount count,
            boolean nil,
            @MaxSize(2) List<Document> documents,
            Map<String, BigDecimal> features,
            @JsonUnwrapped Period period,
            @JsonUnwrapped @Nullable Source source)
            implements Body {}

    private static final String SMALLEST = "{\"state\":\"NOR\",\"obligation\":\"REP-MID\"";

    @Test
    void what_is_absent_is_null_false_or_empty() {
        assertThat(read(SMALLEST + "}"))
                .isEqualTo(new Filing(
                        MemberState.NOR,
                        ObligationId.REP_MID,
                        null,
                        false,
                        List.of(),
                        Map.of(),
                        new Period(null, null),
                        null));
    }

    @Test
    void every_field_is_read_and_unwrapped_ones_sit_beside_the_others() {
        Filing filing = read(SMALLEST
                + ",\"count\":0,\"nil\":true,\"documents\":[{\"title\":\"a\"}],\"features\":{\"name\":0.5},"
                + "\"from\":\"2019\",\"to\":\"2019-03\",\"sourceTitle\":\"b\"}");

        assertThat(filing.count()).isEqualTo(new PersonsCount(0));
        assertThat(filing.documents()).containsExactly(new Document("a"));
        assertThat(filing.features()).containsEntry("name", new BigDecimal("0.5"));
        assertThat(filing.period().to()).isEqualTo(PartialDate.parse("2019-03"));
        assertThat(filing.source()).isEqualTo(new Source("b"));
    }

    @Test
    void all_that_is_wrong_is_named_at_once() {
        List<FieldError> errors =
                errors("{\"state\":\"XYZ\",\"count\":-1,\"nil\":\"yes\",\"documents\":[{\"title\":7}],"
                        + "\"from\":\"2019-02-30\",\"colour\":1}");

        assertThat(errors)
                .extracting(FieldError::field, FieldError::got)
                .containsExactly(
                        tuple("state", "XYZ"),
                        tuple("obligation", null),
                        tuple("count", "-1"),
                        tuple("nil", "yes"),
                        tuple("documents[0].title", "7"),
                        tuple("from", "2019-02-30"),
                        tuple("colour", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"count\":1e400                                | count",
                "\"count\":1000000000000000000000000000000      | count",
                "\"count\":10000001                             | count",
                "\"count\":1.0                                  | count",
                "\"count\":\"1\"                                | count",
                "\"nil\":null                                   | nil",
                "\"documents\":{}                               | documents",
                "\"documents\":[{\"title\":\"123456\"}]         | documents[0].title",
                "\"documents\":[null]                           | documents[0]",
                "\"documents\":[{},{},{}]                       | documents",
                "\"features\":{\"a\":1e-999999999}              | features.a",
                "\"features\":{\"a\\u0000b\":1}                 | features.a\\u0000b",
                "\"from\":\"2020\",\"to\":\"2019\"              | to",
                "\"from\":\"2020/2019\"                         | from",
                "\"sourceTitle\":\"a\\u0000b\"                  | sourceTitle",
                "\"sourceTitle\":\"a\\udc00b\"                  | sourceTitle",
                "\"a\\u0007\":1                                 | a\\u0007",
            })
    void one_wrong_value_is_named_by_its_path(String member, String field) {
        assertThat(errors(SMALLEST + "," + member + "}"))
                .extracting(FieldError::field)
                .containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource({"'',missing-body", "'{',malformed-json", "'[]',invalid-request", "'{} {}',invalid-request"})
    void a_body_that_is_no_single_object_is_refused_as_a_whole(String json, String code) {
        assertThat(problem(json).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void json_in_another_encoding_than_utf_8_is_refused(String encoding) {
        byte[] body = (SMALLEST + "}").getBytes(Charset.forName(encoding));

        Problem problem =
                catchThrowableOfType(ProblemException.class, () -> read(body)).problem();

        assertThat(problem.code()).isEqualTo("malformed-json");
        assertThat(problem.detail()).contains("UTF-8");
    }

    @Test
    void utf_8_may_say_that_it_is() {
        assertThat(read("\uFEFF" + SMALLEST + "}").state()).isEqualTo(MemberState.NOR);
    }

    @ParameterizedTest
    @CsvSource({"count, '', 9, 500, ''", "sourceTitle, '\"', a, 200001, '\"'", "documents, '', [, 100000, ''"})
    void what_is_too_long_or_too_deep_to_be_read_is_named(
            String field, String before, String letter, int times, String after) {
        String json = SMALLEST + ",\"" + field + "\":" + before + letter.repeat(times) + after + "}";

        assertThat(problem(json).code()).isEqualTo("malformed-json");
        assertThat(errors(json))
                .singleElement()
                .satisfies(error -> assertThat(error.field()).startsWith(field));
    }

    private static Filing read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Filing read(byte[] json) {
        return BodyReader.read(new ByteArrayInputStream(json), Filing.class);
    }

    private static List<FieldError> errors(String json) {
        return problem(json).errors();
    }

    private static Problem problem(String json) {
        return catchThrowableOfType(ProblemException.class, () -> read(json)).problem();
    }
}
