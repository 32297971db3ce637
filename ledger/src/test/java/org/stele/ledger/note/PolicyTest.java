package org.stele.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.ledger.NotVerified;
import org.stele.ledger.StateHeads;
import org.stele.ledger.sample.SampleKeys;
import org.stele.ledger.sample.SampleLedger;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PolicyTest {

    private static final NoteKey LOG = SampleKeys.LOG.key();
    private static final NoteKey NEXT = SampleKeys.NEXT_LOG.key();

    private final SampleLedger ledger = new SampleLedger(1, 20);
    private final SignedCheckpoint checkpoint = ledger.checkpoint(20);

    @Test
    void the_signature_of_the_trusted_key_and_both_witnesses_are_found() throws Exception {
        Trusted trusted = SampleKeys.policy().check(checkpoint);
        assertThat(trusted.signers()).containsExactly(LOG);
        assertThat(trusted.cosignatures()).hasSize(2);
        assertThat(trusted.requireWitnessed().witnessed()).isTrue();
    }

    @Test
    void the_signature_of_a_stranger_under_the_right_name_is_none() {
        SignedCheckpoint other = SignedCheckpoint.sign(SampleKeys.STRANGER, checkpoint.checkpoint());
        assertThatExceptionOfType(NotVerified.class)
                .isThrownBy(() -> SampleKeys.policy().check(other))
                .withMessageContaining("No trusted key signed");
    }

    @Test
    void a_bad_signature_under_a_known_name_and_id_invalidates_the_note() {
        NoteSignature bad = new NoteSignature(LOG.name(), LOG.id(), new byte[64]);
        assertThatExceptionOfType(NotVerified.class)
                .isThrownBy(() -> SampleKeys.policy().check(checkpoint.with(List.of(bad))));
        NoteKey witness = SampleKeys.WITNESS_1.key();
        NoteSignature badToo = new NoteSignature(witness.name(), witness.id(), new byte[72]);
        assertThatExceptionOfType(NotVerified.class)
                .isThrownBy(() -> SampleKeys.policy().check(checkpoint.with(List.of(badToo))));
    }

    @Test
    void signatures_of_unknown_keys_are_ignored() throws Exception {
        NoteSignature unknown = new NoteSignature("elsewhere", 7, new byte[64]);
        assertThat(SampleKeys.policy().check(checkpoint.with(List.of(unknown))).witnessed())
                .isTrue();
    }

    @Test
    void another_origin_is_not_the_log() {
        Checkpoint same = checkpoint.checkpoint();
        Checkpoint other = new Checkpoint("other.example", same.size(), same.root());
        assertThatExceptionOfType(NotVerified.class)
                .isThrownBy(() -> SampleKeys.policy().check(SignedCheckpoint.sign(SampleKeys.LOG, other)))
                .withMessageContaining("origin other.example");
    }

    @Test
    void a_quorum_counts_witnesses_and_not_lines() throws Exception {
        NoteSignature first = checkpoint.note().signatures().get(1);
        SignedCheckpoint onlyOne =
                SignedCheckpoint.sign(SampleKeys.LOG, checkpoint.checkpoint()).with(List.of(first, first));
        Trusted trusted = SampleKeys.policy().check(onlyOne);
        assertThat(trusted.witnessed()).isFalse();
        assertThatExceptionOfType(NotVerified.class).isThrownBy(trusted::requireWitnessed);
        assertThat(policy("log %s\nwitness a %s\nwitness b %s\ngroup g any a b\nquorum g")
                        .check(onlyOne)
                        .witnessed())
                .isTrue();
    }

    @Test
    void after_a_rotation_each_key_signs_its_own_sizes() throws Exception {
        Policy rotated = Policy.parse("log %s sizes=0-20\nlog %s sizes=15- https://log.example/\nquorum none\n"
                .formatted(LOG, NEXT)
                .getBytes(UTF_8));
        assertThat(rotated.check(signed(SampleKeys.LOG, 20)).signers()).containsExactly(LOG);
        assertThat(rotated.check(signed(SampleKeys.NEXT_LOG, 15)).signers()).containsExactly(NEXT);
        ledger.grow(21);
        assertThatExceptionOfType(NotVerified.class).isThrownBy(() -> rotated.check(signed(SampleKeys.LOG, 21)));
        assertThatExceptionOfType(NotVerified.class).isThrownBy(() -> rotated.check(signed(SampleKeys.NEXT_LOG, 14)));
    }

    @Test
    void the_second_log_is_signed_by_the_same_key_under_its_own_name() throws Exception {
        ledger.recordHeads();
        SignedCheckpoint states = ledger.statesCheckpoint();
        assertThat(SampleKeys.policy()
                        .checkStates(states, SampleKeys.ORIGIN, 20)
                        .witnessed())
                .isTrue();
        assertThatExceptionOfType(NotVerified.class)
                .isThrownBy(() -> SampleKeys.policy().checkStates(checkpoint, SampleKeys.ORIGIN, 20));
        String origin = SampleKeys.ORIGIN + StateHeads.ORIGIN_SUFFIX;
        Checkpoint content = new Checkpoint(origin, 1, states.checkpoint().root());
        assertThatExceptionOfType(NotVerified.class)
                .isThrownBy(() -> SampleKeys.policy()
                        .checkStates(
                                SignedCheckpoint.sign(SampleKeys.STRANGER.named(origin), content),
                                SampleKeys.ORIGIN,
                                20));
    }

    @Test
    void a_policy_that_is_not_one_is_refused() {
        String log = "log " + LOG + "\n";
        String witness = "witness a " + SampleKeys.WITNESS_1.key() + "\n";
        for (String text : List.of(
                "",
                log,
                "quorum none\n",
                log + "quorum none\nquorum none\n",
                log + "quorum a\n" + witness,
                log + log + "quorum none\n",
                log + witness + witness + "quorum a\n",
                log + "witness none " + SampleKeys.WITNESS_1.key() + "\nquorum none\n",
                log + "witness a " + LOG + "\nquorum none\n",
                "log " + SampleKeys.WITNESS_1.key() + "\nquorum none\n",
                log + witness + "group g 2 a\nquorum g\n",
                log + witness + "group g 0 a\nquorum g\n",
                log + witness + "group g any a a\nquorum g\n",
                log + witness + "group g any a\ngroup h any a\nquorum h\n",
                log.trim() + " sizes=5-4\nquorum none\n",
                log.trim() + " sizes=5\nquorum none\n",
                log.trim() + " sizes=-4\nquorum none\n",
                log + "quorum none\r\n",
                log + "trust everyone\nquorum none\n")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> Policy.parse(text.getBytes(UTF_8)));
        }
    }

    private SignedCheckpoint signed(NoteSigner signer, long size) {
        return SignedCheckpoint.sign(
                signer,
                new Checkpoint(SampleKeys.ORIGIN, size, ledger.treeAt(size).root()));
    }

    private static Policy policy(String text) {
        return Policy.parse(
                String.format(Locale.ROOT, text, LOG, SampleKeys.WITNESS_1.key(), SampleKeys.WITNESS_2.key())
                        .getBytes(UTF_8));
    }
}
