package org.stele.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of recovery codes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecoveryCodeTest {

    @Test
    void what_is_shown_is_read_however_it_is_typed() {
        RecoveryCode code = RecoveryCode.random(7, new SecureRandom());

        assertThat(code.shown()).matches("7(-[0-9a-z]{4}){4}");
        assertThat(RecoveryCode.parse(code.shown())).hasValue(code);
        assertThat(RecoveryCode.parse(
                        " " + code.shown().toUpperCase(Locale.ROOT).replace("-", " ")))
                .hasValue(code);
        assertThat(code).hasToString("RecoveryCode[7]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "7-aaaa-aaaa-aaaa-aaa",
                "7-aaaa-aaaa-aaaa-aaaaa",
                "a-aaaa-aaaa-aaaa-aaaa",
                "7-aaaa-aaaa-aaaa-aaai",
                "7-aaaa-aaaa-aaaa-aaau",
                "four words nobody joins"
            })
    void nothing_else_is_a_code(String typed) {
        assertThat(RecoveryCode.parse(typed)).isEmpty();
    }
}
