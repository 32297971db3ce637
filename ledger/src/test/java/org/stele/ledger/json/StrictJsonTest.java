package org.stele.ledger.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one form of JSON (docs/spec/submitters.md, section 2). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StrictJsonTest {

    @Test
    void names_are_ordered_by_utf_16_units_and_texts_have_the_fewest_escapes() {
        // The example of RFC 8785, section 3.2.3, and its control characters.
        assertThat(canonical("""
                {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
                 "\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}"""))
                .isEqualTo(
                        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
                                + "\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
        assertThat(canonical("[\"\\u0000\\b\\t\\n\\f\\r\\u001F\\\"\\\\\\/\\u007f\"]"))
                .isEqualTo("[\"\\u0000\\b\\t\\n\\f\\r\\u001f\\\"\\\\/\u007f\"]");
        assertThat(canonical(" { \"b\" : [ ] , \"a\" : { } , \"c\":[true,false,null] } "))
                .isEqualTo("{\"a\":{},\"b\":[],\"c\":[true,false,null]}");
    }

    /** RFC 8785, appendix B, and what surrounds the turns of the form. */
    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0,0",
        "0.0e5,0",
        "1,1",
        "-1,-1",
        "10,10",
        "1.0,1",
        "1e0,1",
        "4.50,4.5",
        "2e-3,0.002",
        "1e-27,1e-27",
        "5e-324,5e-324",
        "9007199254740992,9007199254740992",
        "-9007199254740992,-9007199254740992",
        "0.000001,0.000001",
        "0.0000001,1e-7",
        "333333333.33333329,333333333.3333333",
        "9.5367431640625e-7,9.5367431640625e-7",
        "0.1,0.1",
        "123456.789,123456.789"
    })
    void a_number_has_one_spelling(String text, String expected) {
        if (text.equals("333333333.33333329")) {
            // A double, but not the shortest spelling of it: what is written would not be what was read.
            assertThatIllegalArgumentException().isThrownBy(() -> canonical(text));
        } else {
            assertThat(canonical(text)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740993",
                "9007199254740994",
                "1e16",
                "1e21",
                "0.1000000000000000055",
                "1e400",
                "1.7976931348623157e308",
                "-1e400",
                "1e-400",
                "1e999999999999",
                "2.00000000000000000001",
                "01",
                "+1",
                "1.",
                ".5",
                "1e",
                "0x1",
                "NaN",
                "Infinity",
                "--1"
            })
    void a_number_that_not_every_program_holds_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> canonical(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\":1,}",
                "[1,]",
                "[,1]",
                "{\"a\":1 \"b\":2}",
                "{a:1}",
                "{'a':1}",
                "[1] x",
                "nul",
                "tru e",
                "\"a",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\"\\ud800x\"",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "\"\t\"",
                "\"\n\"",
                "[1,2",
                "//\n1",
                "\ufeff1",
                "1\u00a0"
            })
    void what_readers_could_understand_differently_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> canonical(text));
    }

    @Test
    void broken_utf_8_depth_and_size_are_refused_at_their_bounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StrictJson.parse(new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StrictJson.parse(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}));
        assertThat(canonical("[".repeat(64) + "]".repeat(64))).hasSize(128);
        assertThatIllegalArgumentException().isThrownBy(() -> canonical("[".repeat(65) + "]".repeat(65)));
        assertThat(StrictJson.parseAround(("{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}").getBytes(UTF_8))
                        .has("a"))
                .isTrue();
        assertThat(canonical("\"" + "a".repeat((1 << 20) - 2) + "\"")).hasSize(1 << 20);
        assertThatIllegalArgumentException().isThrownBy(() -> canonical("\"" + "a".repeat((1 << 20) - 1) + "\""));
    }

    /** The slow model: every double reads back as itself, and no shorter spelling does. */
    @Test
    void the_spelling_of_any_double_is_the_shortest_that_reads_back() {
        long seed = Long.getLong("seed", 8785);
        System.out.println("-Dseed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (i % 4 == 0) {
                value = Math.scalb(1.0, random.nextInt(2_000) - 1_000); // The gaps beside a power of two differ.
            }
            if (Double.isNaN(value) || Double.isInfinite(value) || Math.abs(value) >= 1L << 53) {
                continue;
            }
            String spelled = spelling(value);
            assertThat(Double.parseDouble(spelled)).isEqualTo(value);
            assertThat(canonical(spelled)).isEqualTo(spelled);
        }
    }

    private static String spelling(double value) {
        // Longest first: the canonical form refuses whatever is not its own number.
        for (int digits = 17; digits > 0; digits--) {
            String text = String.format(java.util.Locale.ROOT, "%." + (digits - 1) + "e", value);
            try {
                if (Double.parseDouble(text) == value) {
                    return canonical(text);
                }
            } catch (IllegalArgumentException notShortest) {
                continue;
            }
        }
        return canonical(new java.math.BigDecimal(Double.toString(value)).toString());
    }

    private static String canonical(String json) {
        return CanonicalJson.text(StrictJson.parse(json.getBytes(UTF_8)));
    }
}
