package org.stele.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.ledger.sample.SampleKeys;
import org.stele.ledger.sample.SampleLedger;

/** Whatever is not exactly as the specifications write it is refused. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StrictNotesTest {

    private static final String ROOT = "3bib5AOAnjJXUNPSY814kpwpQreUKjS3fhIslZSnTIw=";

    private final SampleLedger ledger = new SampleLedger(1, 20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o\r\n7\r\n" + ROOT + "\r\n",
                "o\n7 \n" + ROOT + "\n",
                "o \n7\n" + ROOT + "\n",
                "o\n07\n" + ROOT + "\n",
                "o\n+7\n" + ROOT + "\n",
                "o\n-7\n" + ROOT + "\n",
                "o\n7.0\n" + ROOT + "\n",
                "o\n0x7\n" + ROOT + "\n",
                "o\n\u0667\n" + ROOT + "\n",
                "o\n9007199254740993\n" + ROOT + "\n",
                "o\n9223372036854775808\n" + ROOT + "\n",
                "o\n99999999999999999999999999999999999999\n" + ROOT + "\n",
                "o\n7\n" + ROOT + "\nextension\n",
                "o\n7\n" + ROOT,
                "o\n7\n\n" + ROOT + "\n",
                "\n7\n" + ROOT + "\n",
                "o\n\n" + ROOT + "\n",
                "o\n0\n" + ROOT + "\n",
                "o\n7\n3bib5AOAnjJXUNPSY814kpwpQreUKjS3fhIslZSnTIx=\n",
                "o\n7\n3bib5AOAnjJXUNPSY814kpwpQreUKjS3fhIslZSnTIw\n",
                "o\n7\n3bib5AOAnjJXUNPSY814kpwpQreUKjS3fhIslZSnTA==\n",
                "a+b\n7\n" + ROOT + "\n",
                "a\u00a0b\n7\n" + ROOT + "\n"
            })
    void a_checkpoint_has_one_spelling(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.parse(text));
    }

    @Test
    void the_largest_size_is_the_last_that_json_writes_exactly() {
        assertThat(Checkpoint.parse("o\n9007199254740992\n" + ROOT + "\n").size())
                .isEqualTo(1L << 53);
    }

    @Test
    void a_note_is_read_back_as_it_was_written() {
        byte[] note = ledger.checkpoint(20).encode();
        assertThat(SignedNote.parse(note).encode()).isEqualTo(note);
    }

    @Test
    void a_note_that_is_not_one_is_refused() {
        String note = new String(ledger.checkpoint(20).encode(), UTF_8);
        String line = ledger.checkpoint(20).note().signatures().get(0).line();
        for (String other : List.of(
                "",
                "\n",
                note.substring(0, note.length() - 1),
                note + "\n",
                note + "x\n",
                note.replace("\n", "\r\n"),
                note.replace("\u2014", "-"),
                note.replace("\u2014 ", "\u2014  "),
                note.replace(line, line.replace("\n", " \n")),
                note.replace(line, line.replace("=", "")),
                note.replace(line, "\u2014 x AAAA\n"),
                note.replace(line, "\u2014 x AAAAAA==\n"),
                note.replace(line, "\u2014 a+b AAAAAAA=\n"),
                note.replace("\n\n", "\n\t\n"),
                note + line.repeat(64),
                note.substring(0, note.indexOf("\n\n") + 1))) {
            assertThatIllegalArgumentException().as(other).isThrownBy(() -> SignedNote.parse(other.getBytes(UTF_8)));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(new byte[] {(byte) 0xff, '\n'}));
        assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(new byte[SignedNote.MAX_BYTES + 1]));
    }

    @Test
    void a_verifier_key_names_its_own_id() {
        String key = SampleKeys.LOG.key().toString();
        for (String other : List.of(
                "",
                key.replace("+2a52108c", "+2A52108C"),
                key.replace("+2a52108c", "+2a52108d"),
                key.replace("ledger.example", "ledgex.example"),
                key.replace("+AQ", "+AX"),
                key + "=",
                key + " ",
                "+2a52108c+" + key.substring(key.lastIndexOf('+') + 1))) {
            assertThatIllegalArgumentException().as(other).isThrownBy(() -> NoteKey.parse(other));
        }
    }

    @Test
    void a_proof_file_is_read_back_and_has_one_spelling() {
        TlogProof proof = ledger.proof(8, 20);
        String text = new String(proof.encode(), UTF_8);
        assertThat(TlogProof.parse(proof.encode()).encode()).isEqualTo(proof.encode());
        assertThat(TlogProof.parse(proof.encode())
                        .inclusion()
                        .proves(ledger.event(8).leaf().hash(), ledger.treeAt(20).root()))
                .isTrue();
        for (String other : List.of(
                text.replace("@v1", "@v2"),
                text.replace("index 7", "index 07"),
                text.replace("index 7", "index 20"),
                text.replace("index 7", "index  7"),
                text.replace("index 7\n", "index 7\n\n"),
                text.replace("index 7\n", "extra AA=\nindex 7\n"),
                text.replace("index 7\n", ""),
                text.replace("\n", "\r\n"),
                "\n" + text)) {
            assertThatIllegalArgumentException().as(other).isThrownBy(() -> TlogProof.parse(other.getBytes(UTF_8)));
        }
        TlogProof withExtra = TlogProof.parse(
                text.replace("index 7\n", "extra AAE=\nindex 7\n").getBytes(UTF_8));
        assertThat(withExtra.extra()).containsExactly(0, 1);
    }

    @Test
    void a_request_to_a_witness_is_read_back_and_has_one_spelling() {
        AddCheckpoint request =
                new AddCheckpoint(7, ledger.treeAt(20).consistency(7).hashes(), ledger.checkpoint(20));
        AddCheckpoint read = AddCheckpoint.parse(request.encode());
        assertThat(read.encode()).isEqualTo(request.encode()).startsWith("old 7\n".getBytes(UTF_8));
        assertThat(read.consistency()
                        .proves(ledger.treeAt(7).root(), ledger.treeAt(20).root()))
                .isTrue();
        String text = new String(request.encode(), UTF_8);
        String hash = text.split("\n")[1] + "\n";
        for (String other : List.of(
                text.replace("old 7", "old 07"),
                text.replace("old 7", "old -7"),
                text.replace("old 7", "new 7"),
                text.replace("old 7\n", "old 7\n" + hash.repeat(64)),
                text.replace("old 7\n", ""))) {
            assertThatIllegalArgumentException().as(other).isThrownBy(() -> AddCheckpoint.parse(other.getBytes(UTF_8)));
        }
    }
}
