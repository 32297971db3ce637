package org.stele.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;
import org.stele.keys.KeyedIds;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RowIdsTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    /** Ledgers hold these ids: others would enter every row of an old file twice. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar-EG", "fa-IR", "ne-NP", "my-MM", "ckb-IQ", "tr-TR"})
    void a_row_has_the_same_ids_in_every_language(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        Actor registrar = new Actor("registry-1", Role.REGISTRAR, null);
        RowIds ids = new RowIds(registrar, LocalDate.of(2026, 11, 29), Sha256Digest.of(new byte[] {'x'}), null);

        assertThat(ids.entry(1_234, 2).commandId()).hasToString("efc64eb6-e01d-3356-89e9-5562ae3322e5");
        assertThat(ids.requestSha256(1_234, 2).hex())
                .isEqualTo("15733ab702359172d83483cb0a56679ea1d4107c9b6b50f97976435711eb5ac9");
    }

    @Test
    void nobody_without_the_key_makes_the_id_of_a_row() {
        Actor registrar = new Actor("registry-1", Role.REGISTRAR, null);
        Sha256Digest file = Sha256Digest.of(new byte[] {'x'});
        RowIds ids = new RowIds(registrar, LocalDate.of(2026, 11, 29), file, new KeyedIds(new byte[32]));
        byte[] other = new byte[32];
        other[0] = 1;

        CommandId id = ids.entry(1_234, 2).commandId();

        assertThat(id.value().version()).isEqualTo(8);
        assertThat(id.value().variant()).isEqualTo(2);
        assertThat(id)
                .isEqualTo(new RowIds(registrar, LocalDate.EPOCH, file, new KeyedIds(new byte[32]))
                        .entry(1_234, 2)
                        .commandId());
        assertThat(id)
                .isNotEqualTo(new RowIds(registrar, LocalDate.EPOCH, file, new KeyedIds(other))
                        .entry(1_234, 2)
                        .commandId());
        assertThat(id)
                .isNotEqualTo(new RowIds(registrar, LocalDate.EPOCH, file, null)
                        .entry(1_234, 2)
                        .commandId());
    }
}
