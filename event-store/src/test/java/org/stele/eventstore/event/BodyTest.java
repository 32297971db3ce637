package org.stele.eventstore.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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

    @Test
    void texts_of_any_characters_are_written_as_json_writes_them() {
        SplittableRandom random = new SplittableRandom(20261201);
        for (int i = 0; i < 2_000; i++) {
            String first = text(random);
            String second = text(random) + "2";
            Body body = new Body(
                    new TreeMap<>(Map.of("a", first, "b", second)),
                    "{}".getBytes(UTF_8),
                    i % 2 == 0 ? List.of() : List.of(first, second),
                    second,
                    first);
            ObjectNode json = JsonMapper.shared().createObjectNode();
            json.putObject("metadata").put("a", first).put("b", second);
            json.putObject("payload");
            ArrayNode tags = json.putArray("tags");
            body.tags().forEach(tags::add);
            json.put("type", second).put("typeVersion", first);

            assertThat(new String(body.encode(), UTF_8)).isEqualTo(json.toString());
        }
    }

    /** Plain letters, what JSON escapes, and what has two, three or four bytes. */
    private static String text(SplittableRandom random) {
        String alphabet = "abc~ =/\u007f\"\\\b\f\n\r\t\u0001\u001f\u00e9\u0416\u2028\uffff";
        StringBuilder text = new StringBuilder();
        int letters = random.nextInt(3) == 0 ? 7 : alphabet.length();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(letters)));
            text.append(letters > 7 && random.nextInt(9) == 0 ? "\ud83d\ude00" : "");
        }
        return text.toString();
    }
}
