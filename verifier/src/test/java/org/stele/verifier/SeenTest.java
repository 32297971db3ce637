package org.stele.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class SeenTest {

    @Test
    void a_line_shows_characters_that_a_terminal_would_hide_or_interpret() {
        assertThat(Seen.of("ok\u202E\u2066\u200B\u2060\uFEFF\u00AD\u3164\u2028\r\u001B[2J\u0085\uDB40\uDC41\uE000"))
                .isEqualTo(
                        "ok<U+202E><U+2066><U+200B><U+2060><U+FEFF><U+00AD><U+3164><U+2028><U+000D><U+001B>[2J<U+0085>"
                                + "<U+E0041><U+E000>");
        assertThat(Seen.of("VERIFIED: 3 events of CIV in stele.example/café 朝鲜\tat size 3."))
                .isEqualTo("VERIFIED: 3 events of CIV in stele.example/café 朝鲜\tat size 3.");
    }
}
