package org.stele.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class TextTest {

    /** Default_Ignorable_Code_Point of Unicode 16, as its file of derived properties lists them. */
    private static final List<int[]> IGNORABLE = List.of(
            new int[] {0x00AD, 0x00AD},
            new int[] {0x034F, 0x034F},
            new int[] {0x061C, 0x061C},
            new int[] {0x115F, 0x1160},
            new int[] {0x17B4, 0x17B5},
            new int[] {0x180B, 0x180F},
            new int[] {0x200B, 0x200F},
            new int[] {0x202A, 0x202E},
            new int[] {0x2060, 0x206F},
            new int[] {0x3164, 0x3164},
            new int[] {0xFE00, 0xFE0F},
            new int[] {0xFEFF, 0xFEFF},
            new int[] {0xFFA0, 0xFFA0},
            new int[] {0xFFF0, 0xFFF8},
            new int[] {0x1BCA0, 0x1BCA3},
            new int[] {0x1D173, 0x1D17A},
            new int[] {0xE0000, 0xE0FFF});

    @Test
    void no_character_that_unicode_leaves_undrawn_passes_among_latin_letters() {
        for (int[] range : IGNORABLE) {
            IntStream.rangeClosed(range[0], range[1]).forEach(TextTest::assertUnseen);
        }
    }

    @Test
    void no_format_character_control_half_private_or_unassigned_one_passes_among_latin_letters() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(TextTest::isOfNoSeenKind)
                .forEach(TextTest::assertUnseen);
        IntStream.of(0x2800, 0xFFFC, 0x16FE4, 0x1D159).forEach(TextTest::assertUnseen);
    }

    private static boolean isOfNoSeenKind(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n' && point != '\t' && point != '\r';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static void assertUnseen(int point) {
        String name = String.format(Locale.ROOT, "U+%04X", point);
        String text = "abc" + Character.toString(point) + "def";
        assertThat(Text.fault(text)).as(name).contains(name + " (", "at character 4.");
        assertThat(Text.marked(text)).isEqualTo("abc⟨" + name + "⟩def");
        assertThat(Text.escaped(text)).as(name).matches("abc(\\\\u[0-9a-f]{4}){1,2}def");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "First line\nsecond line\r\nthird\tcolumn",
                "Genève, œuvre, Ångström; 1\u00A0200 « personnes »",
                "朝鲜民主主义人民共和国公民,共计一百二十三人。",
                "조선민주주의인민공화국 공민 열두 명",
                "Российская Федерация — 11 490 человек",
                "أعيد إلى الوطن ١٢ شخصاً، بموجب الفقرة ٨",
                "می\u200Cخواهیم گزارش سال\u200Cهای گذشته را بدهیم",
                "क्\u200Dष और र\u094D\u200Dय",
                "ශ්\u200Dරී ලංකා",
                "അവന\u0D4D\u200D",
                "שָׁלוֹם",
                "e\u0301tat",
                "😀 𝒳 𠮷"
            })
    void what_people_write_in_their_languages_passes(String text) {
        assertThat(Text.fault(text)).isNull();
        assertThat(Text.marked(text)).isSameAs(text);
        assertThat(Text.escaped(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "re\u200Cpatriated",
                "12\u200D4",
                "\u200Cمی",
                "می\u200C",
                "می\u200C خواهیم",
                "می\u200C\u200Cخواهیم",
                "می\u200Cabc",
                "abc\u200Cخواهیم",
                "👩\u200D👧",
                "朝\u200C鲜"
            })
    void a_joiner_is_refused_where_no_script_needs_it(String text) {
        assertThat(Text.fault(text)).contains("ZERO WIDTH");
        assertThat(Text.marked(text)).contains("⟨U+200");
    }

    @Test
    void places_are_counted_in_characters_and_the_first_three_are_named() {
        assertThat(Text.fault("😀\u202Eb\u2066c\uFEFFd\u00ADe\u200B"))
                .isEqualTo("The text holds what a reader would not see: U+202E (RIGHT-TO-LEFT OVERRIDE) at character 2,"
                        + " U+2066 (LEFT-TO-RIGHT ISOLATE) at character 4, U+FEFF (ZERO WIDTH NO-BREAK SPACE) at"
                        + " character 6 and 2 more. Take it out, so that what is read is what is recorded.");
    }
}
