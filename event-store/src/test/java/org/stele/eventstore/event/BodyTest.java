package org.stele.eventstore.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

    private static Body body(String payload) {
        return new Body(
                new TreeMap<>(Map.of("b", "\"quoted\" \\ \n é \u2028 \uD83D\uDE00", "a", "")),
                payload.getBytes(UTF_8),
                List.of("notice=7", "memberState=RUS"),
                "notice.Received",
                "1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[1, 2]",
                "\"text\"",
                "12",
                "-0.50",
                "true",
                "null",
                "{ \"a\" : {\"tags\":[\"é\"]} }",
                "\"\\u0000\""
            })
    void a_body_is_read_back_with_its_payload_byte_for_byte(String payload) {
        Body.requireJson(payload.getBytes(UTF_8));
        Body read = Body.parse(body(payload).encode());
        assertThat(new String(read.payload(), UTF_8)).isEqualTo(payload);
        assertThat(read.metadata()).isEqualTo(body(payload).metadata());
        assertThat(read.tags()).containsExactly("memberState=RUS", "notice=7");
        assertThat(read.type()).isEqualTo("notice.Received");
        assertThat(read.typeVersion()).isEqualTo("1");
    }

    @Test
    void members_are_in_one_order_without_white_space() {
        Body body = new Body(new TreeMap<>(), "{}".getBytes(UTF_8), List.of("b=2", "a=1"), "a.B", "1");
        assertThat(new String(body.encode(), UTF_8))
                .isEqualTo(
                        "{\"metadata\":{},\"payload\":{},\"tags\":[\"a=1\",\"b=2\"],\"type\":\"a.B\",\"typeVersion\":\"1\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{} {}",
                "{},{}",
                "{\"a\":1,\"a\":2}",
                "nul",
                "01",
                "{}}",
                "{\"a\":1},\"payload\":{\"b\":2}",
                " {}",
            })
    void a_payload_that_is_not_exactly_one_json_value_is_refused(String payload) {
        assertThatThrownBy(() -> Body.parse(body(payload).encode())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Body.requireJson(payload.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void half_a_character_is_refused_before_it_is_written() {
        for (String half : List.of("\uD83D", "\uDE00", "a\uD83Db")) {
            Body body = new Body(new TreeMap<>(Map.of("a", half)), "{}".getBytes(UTF_8), List.of(), "a.B", "1");
            assertThatThrownBy(body::encode).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"payload\":{},\"metadata\":{},\"tags\":[],\"type\":\"a\",\"typeVersion\":\"1\"}",
                "{\"metadata\":{},\"payload\":{},\"tags\":[\"b\",\"a\"],\"type\":\"a\",\"typeVersion\":\"1\"}",
                "{\"metadata\":{},\"payload\":{},\"tags\":[],\"type\":\"\\u0061\",\"typeVersion\":\"1\"}",
                "{\"metadata\":{\"a\":1},\"payload\":{},\"tags\":[],\"type\":\"a\",\"typeVersion\":\"1\"}",
                "{\"metadata\":{},\"payload\":{},\"tags\":[],\"type\":\"a\",\"typeVersion\":\"1\",\"x\":1}",
                "{\"metadata\":{},\"payload\":{}, \"tags\":[],\"type\":\"a\",\"typeVersion\":\"1\"}",
                "{\"metadata\":{},\"payload\":{},\"tags\":[],\"type\":\"a\"}",
                "[]",
            })
    void bytes_that_the_ledger_would_not_have_written_are_refused(String json) {
        assertThatThrownBy(() -> Body.parse(json.getBytes(UTF_8))).isInstanceOf(IllegalArgumentException.class);
    }
}
