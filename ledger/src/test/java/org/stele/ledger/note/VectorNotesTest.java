package org.stele.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.ledger.EntryBundle;
import org.stele.ledger.sample.SampleKeys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notes and keys that other implementations of C2SP made. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VectorNotesTest {

    private final JsonNode vectors =
            JsonMapper.shared().readTree(VectorNotesTest.class.getResourceAsStream("/ledger-vectors.json"));

    @Test
    void the_public_key_and_the_id_of_a_private_key_are_the_known_ones() {
        NoteKey key = SampleKeys.LOG.key();
        assertThat(HexFormat.of().formatHex(key.publicKey())).isEqualTo(text("pub"));
        assertThat(HexFormat.of().toHexDigits(key.id())).isEqualTo(text("keyid_type1"));
        assertThat(key).hasToString(text("vkey")).isEqualTo(NoteKey.parse(text("vkey")));
        assertThat(SampleKeys.WITNESS_1.key()).hasToString(text("witness_vkey"));
    }

    @Test
    void a_checkpoint_is_signed_and_cosigned_byte_for_byte_as_known() {
        SignedCheckpoint known = SignedCheckpoint.parse(text("checkpoint_size7").getBytes(UTF_8));
        SignedCheckpoint mine = SignedCheckpoint.sign(SampleKeys.LOG, known.checkpoint());
        assertThat(new String(mine.encode(), UTF_8)).isEqualTo(text("checkpoint_size7"));

        NoteSignature cosignature =
                Cosignature.sign(SampleKeys.WITNESS_1, known.checkpoint(), Instant.ofEpochSecond(1_700_000_000));
        assertThat(new String(mine.with(List.of(cosignature)).encode(), UTF_8))
                .isEqualTo(text("cosigned_size7_t1700000000"));
    }

    @Test
    void a_policy_finds_the_log_and_the_witness_under_the_known_note() throws Exception {
        Policy policy = Policy.parse("log %s\nwitness w %s\nquorum w\n"
                .formatted(text("vkey"), text("witness_vkey"))
                .getBytes(UTF_8));
        Trusted trusted = policy.check(
                SignedCheckpoint.parse(text("cosigned_size7_t1700000000").getBytes(UTF_8)));
        assertThat(trusted.witnessed()).isTrue();
        assertThat(trusted.cosignatures())
                .containsExactly(new Trusted.Witnessed("witness.example/w1", Instant.parse("2023-11-14T22:13:20Z")));
    }

    @Test
    void the_example_of_the_specification_of_notes_verifies() {
        NoteKey key = NoteKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        SignedNote note = SignedNote.parse("""
                This is an example message.

                \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
                """.getBytes(UTF_8));
        assertThat(key.verifies(note.text(), note.signatures().get(0))).isTrue();
    }

    @Test
    void a_bundle_of_entries_is_the_known_one() {
        byte[] bundle = EntryBundle.encode(List.of(new byte[0], new byte[] {0x00}, new byte[] {0x10}));
        assertThat(HexFormat.of().formatHex(bundle)).isEqualTo("0000000100000110");
        assertThat(HexFormat.of().formatHex(bundle)).isEqualTo(text("bundle(first 3 leaves)"));
    }

    private String text(String name) {
        return vectors.get(name).asString();
    }
}
