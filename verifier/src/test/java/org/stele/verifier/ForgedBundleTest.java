package org.stele.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stele.ledger.StateHeads;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.evidence.BundleSurgery;
import org.stele.ledger.evidence.Disclosure;
import org.stele.ledger.note.Checkpoint;
import org.stele.ledger.note.Policy;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.sample.SampleBundle;
import org.stele.ledger.sample.SampleKeys;
import org.stele.ledger.sample.SampleLedger;

/**
 * Every check is shown to fail when what it checks is wrong: each fault is planted in evidence that is otherwise true.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ForgedBundleTest {

    private static final Policy POLICY = SampleKeys.policy();

    private final SampleLedger ledger = new SampleLedger(11, 60);
    private final StateHeads heads = ledger.recordHeads();
    private final List<Long> russian = LongStream.rangeClosed(1, 60)
            .filter(position -> Objects.equals(ledger.event(position).leaf().state(), "RUS"))
            .boxed()
            .toList();

    private byte[] bundle(Completeness completeness) {
        return new SampleBundle(ledger, "RUS", completeness)
                .checkpoints(20L)
                .consistency(20L)
                .bytes();
    }

    @ParameterizedTest
    @EnumSource(Completeness.class)
    void without_a_fault_it_is_verified(Completeness completeness) {
        assertThat(reason(bundle(completeness))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Completeness.class)
    void an_omitted_event_is_detected(Completeness completeness) {
        for (int index = 0; index < russian.size(); index++) {
            int dropped = index;
            long position = russian.get(dropped);
            BundleSurgery surgery = BundleSurgery.open(bundle(completeness));
            int leafIndex = completeness == Completeness.LEAVES ? (int) position - 1 : dropped;
            Forger.entries(surgery, "entries/000", leaves -> {
                leaves.remove(leafIndex);
                return leaves;
            });
            surgery.replace("openings/000", bytes -> Forger.withoutRecord(bytes, dropped));
            surgery.remove("proofs/" + position + ".tlog-proof");
            assertThat(reason(surgery.close())).as("position %d", position).isNotEmpty();
        }
    }

    @Test
    void what_the_format_lets_be_left_out_is_no_fault() {
        byte[] whole = bundle(Completeness.LEAVES);
        for (String optional : List.of("checkpoints/", "consistency/", "states/", "proofs/", "")) {
            BundleSurgery surgery = BundleSurgery.open(whole);
            surgery.names().stream()
                    .filter(name ->
                            name.startsWith(optional) && name.matches("(checkpoints|consistency|states|proofs)/.*"))
                    .forEach(surgery::remove);
            assertThat(surgery.names().size())
                    .isLessThan(BundleSurgery.open(whole).names().size());
            assertThat(reason(surgery.close())).as("without %s", optional).isEmpty();
        }
    }

    @Test
    void an_omitted_event_with_renumbered_successors_is_detected_with_a_kept_root() {
        SignedCheckpoint kept = ledger.checkpoint(60);
        for (long position : russian) {
            SampleLedger forged = ledger.without(position).append(null);
            SampleBundle evidence = new SampleBundle(forged, "RUS", Completeness.LEAVES);
            BundleSurgery surgery = BundleSurgery.open(evidence.bytes());
            surgery.replace("checkpoint", bytes -> kept.encode());
            assertThat(reason(surgery.close())).as("under the true checkpoint").isNotEmpty();
            assertThat(Forger.reason(evidence.bytes(), POLICY, kept))
                    .as("under a forged checkpoint")
                    .contains("FORK");
        }
    }

    @Test
    void with_heads_an_omitted_event_with_renumbered_successors_is_detected_up_to_the_heads() {
        for (long position : russian) {
            SampleLedger forged = ledger.without(position).append(null);
            forged.recordHeads(heads);
            byte[] evidence = new SampleBundle(forged, "RUS", Completeness.HEADS).bytes();
            assertThat(reason(evidence)).isNotEmpty();
        }
    }

    @Test
    void an_event_after_the_heads_can_be_left_out_and_the_report_says_how_far_they_go() {
        ledger.append("RUS").append("RUS");
        byte[] whole = new SampleBundle(ledger, "RUS", Completeness.HEADS)
                .consistency(60L)
                .bytes();
        BundleSurgery surgery = BundleSurgery.open(whole);
        int last = russian.size() + 1;
        Forger.entries(surgery, "entries/000", leaves -> leaves.subList(0, last));
        surgery.replace("openings/000", bytes -> Forger.withoutRecord(bytes, last));
        surgery.remove("proofs/62.tlog-proof");
        assertThat(reason(surgery.close())).isEmpty();
    }

    @Test
    void a_fork_under_the_right_key_is_found_only_with_a_kept_checkpoint() {
        SampleLedger fork = new SampleLedger(12, 60);
        fork.recordHeads();
        for (Completeness completeness : Completeness.values()) {
            byte[] evidence =
                    new SampleBundle(fork, "RUS", completeness).consistency(40L).bytes();
            assertThat(reason(evidence)).isEmpty();
            assertThat(Forger.reason(evidence, POLICY, ledger.checkpoint(40))).contains("FORK");
            assertThat(Forger.reason(evidence, POLICY, ledger.checkpoint(60))).contains("FORK");
        }
    }

    @Test
    void a_fork_that_the_witnesses_did_not_sign_is_not_verified_under_a_policy_with_witnesses() {
        SampleLedger fork = new SampleLedger(12, 60);
        Checkpoint content =
                new Checkpoint(SampleKeys.ORIGIN, 60, fork.treeAt(60).root());
        BundleSurgery surgery = BundleSurgery.open(new SampleBundle(fork, null, Completeness.LEAVES).bytes());
        surgery.replace(
                "checkpoint",
                bytes -> SignedCheckpoint.sign(SampleKeys.LOG, content).encode());
        assertThat(reason(surgery.close())).contains("quorum");
        assertThat(Forger.reason(surgery.close(), Policy.of(SampleKeys.LOG.key()), null))
                .isEmpty();
    }

    @Test
    void a_key_in_the_bundle_is_never_trusted() {
        Checkpoint content =
                new Checkpoint(SampleKeys.ORIGIN, 60, ledger.treeAt(60).root());
        BundleSurgery surgery = BundleSurgery.open(new SampleBundle(ledger, null, Completeness.LEAVES).bytes());
        surgery.replace(
                "checkpoint",
                bytes -> SampleLedger.signed(SampleKeys.STRANGER, content, 60).encode());
        surgery.insert(
                surgery.names().size(),
                "submitters/keys",
                SampleKeys.STRANGER.key().toString().getBytes(UTF_8));
        surgery.insert(surgery.names().size(), "submitters/signatures", new byte[0]);
        assertThat(reason(surgery.close())).contains("No trusted key signed");
    }

    @Test
    void another_body_does_not_match_the_leaf() {
        byte[] evidence = new SampleBundle(ledger, "RUS", Completeness.LEAVES)
                .disclosing(event -> new Disclosure.Opened(event.salt(), SampleLedger.body("RUS", 1_001)))
                .bytes();
        assertThat(reason(evidence)).contains("opening is not that of the leaf's commitment");
        byte[] salted = new SampleBundle(ledger, "RUS", Completeness.LEAVES)
                .disclosing(event -> new Disclosure.Opened(new byte[16], event.body()))
                .bytes();
        assertThat(reason(salted)).contains("opening is not that of the leaf's commitment");
    }

    @Test
    void a_body_about_another_state_than_its_leaf_is_refused() {
        SampleLedger lying = new SampleLedger(11, 10);
        lying.appendWithBody("RUS", SampleLedger.body("NOR", 5));
        byte[] evidence = new SampleBundle(lying, "RUS", Completeness.LEAVES).bytes();
        assertThat(reason(evidence)).contains("the leaf names the State RUS and the body NOR");
    }

    @Test
    void heads_that_say_more_or_less_than_the_leaves_are_refused() {
        List<StateHeads.Head> fewer = new ArrayList<>(heads.heads());
        fewer.remove(0);
        for (Completeness completeness : Completeness.values()) {
            SampleLedger lying = new SampleLedger(11, 60);
            lying.recordHeads(new StateHeads(60, heads.root(), fewer.subList(0, fewer.size() - 1)));
            assertThat(reason(new SampleBundle(lying, "RUS", completeness).bytes()))
                    .contains("State heads");
        }
        SampleLedger other = new SampleLedger(11, 60);
        other.recordHeads(new StateHeads(60, other.treeAt(59).root(), heads.heads()));
        assertThat(reason(new SampleBundle(other, "RUS", Completeness.HEADS).bytes()))
                .contains("FORK");
    }

    @Test
    void heads_that_are_not_in_their_log_are_refused() {
        BundleSurgery surgery = BundleSurgery.open(bundle(Completeness.HEADS));
        StateHeads other = new StateHeads(60, heads.root(), heads.heads().subList(0, 2));
        surgery.replace("states/leaf", bytes -> other.encode());
        assertThat(reason(surgery.close())).contains("not in the log of State heads");
        surgery = BundleSurgery.open(bundle(Completeness.HEADS))
                .remove("states/leaf")
                .remove("states/proof");
        assertThat(reason(surgery.close())).contains("neither all leaves nor State heads");
    }

    @Test
    void proofs_that_are_missing_or_of_another_event_are_refused() {
        String first = "proofs/" + russian.get(0) + ".tlog-proof";
        String second = "proofs/" + russian.get(1) + ".tlog-proof";
        for (Completeness completeness : Completeness.values()) {
            BundleSurgery dropped = BundleSurgery.open(bundle(completeness)).remove(first);
            assertThat(reason(dropped.close())).contains("proofs");
            BundleSurgery moved = BundleSurgery.open(bundle(completeness));
            moved.replace(
                    first,
                    bytes -> new String(moved.get(second), UTF_8)
                            .replace("index " + (russian.get(1) - 1), "index " + (russian.get(0) - 1))
                            .getBytes(UTF_8));
            assertThat(reason(moved.close())).contains("does not lead to the root");
        }
    }

    @Test
    void earlier_checkpoints_that_are_not_of_this_ledger_are_refused() {
        SampleLedger fork = new SampleLedger(12, 60);
        for (Completeness completeness : Completeness.values()) {
            BundleSurgery surgery = BundleSurgery.open(bundle(completeness));
            surgery.replace("checkpoints/20", bytes -> fork.checkpoint(20).encode());
            assertThat(reason(surgery.close())).contains("FORK");
            surgery = BundleSurgery.open(bundle(completeness));
            surgery.replace("consistency/20", bytes -> new byte[0]);
            assertThat(reason(surgery.close())).contains("does not hold");
        }
        BundleSurgery unproved = BundleSurgery.open(bundle(Completeness.HEADS)).remove("consistency/20");
        assertThat(reason(unproved.close())).contains("No proof that the ledger");
    }

    @Test
    void a_redaction_by_nothing_is_refused() {
        for (long by : new long[] {-1, 0, 1, 61, Long.MAX_VALUE}) {
            byte[] evidence = new SampleBundle(ledger, null, Completeness.LEAVES)
                    .disclosing(event -> event.leaf().position() == 1 ? new Disclosure.Redacted(by) : event.opened())
                    .bytes();
            assertThat(reason(evidence)).as("by %d", by).contains("no later event");
        }
    }

    private static String reason(byte[] bundle) {
        return Forger.reason(bundle, POLICY, null);
    }
}
