package org.stele.verifier;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.ConsistencyProof;
import org.stele.ledger.Frontier;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.LeafSequence;
import org.stele.ledger.NotVerified;
import org.stele.ledger.StateHeads;
import org.stele.ledger.TreeHash;
import org.stele.ledger.evidence.BundleCounts;
import org.stele.ledger.evidence.BundleHeader;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.evidence.BundleVisitor;
import org.stele.ledger.evidence.Disclosure;
import org.stele.ledger.note.Policy;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.TlogProof;
import org.stele.ledger.submitter.Roots;

/** A BundleCheck verifies the content of a bundle while it is read. It throws at the first violation. */
final class BundleCheck implements BundleVisitor {

    private final Policy policy;
    private final @Nullable SignedCheckpoint since;
    private final EventSink sink;
    private final Progress progress;

    private final BundleFindings findings = new BundleFindings();
    private final Frontier frontier = new Frontier();
    private final LeafSequence chains = new LeafSequence();
    private final KnownRoots roots = new KnownRoots();
    private final EventHashes eventHashes = new EventHashes();
    private final Queue<ShownEvent> pending = new ArrayDeque<>();

    private final Roots rootKeys;
    private @Nullable SubmitterWatch submitters;
    private @Nullable BundleHeader header;
    private @Nullable SignedCheckpoint checkpoint;
    private @Nullable StateHeads stateHeads;
    private StateHeads.@Nullable Head headAtHeads;
    private long lastPosition;
    private long proofs;

    /** @param since the checkpoint that the auditor kept */
    BundleCheck(Policy policy, @Nullable SignedCheckpoint since, EventSink sink, Progress progress) {
        this(policy, policy.roots(), since, sink, progress);
    }

    /** @param rootKeys of States, which may be more than the policy's */
    BundleCheck(Policy policy, Roots rootKeys, @Nullable SignedCheckpoint since, EventSink sink, Progress progress) {
        this.policy = policy;
        this.rootKeys = rootKeys;
        this.since = since;
        this.sink = sink;
        this.progress = progress;
    }

    BundleFindings findings() {
        return findings;
    }

    /** The findings, after the bundle was read. */
    SignedCheckpoint signedCheckpoint() {
        return Objects.requireNonNull(checkpoint);
    }

    @Override
    public void begin(BundleHeader newHeader, SignedCheckpoint newCheckpoint) throws NotVerified {
        header = newHeader;
        checkpoint = newCheckpoint;
        submitters = new SubmitterWatch(newHeader.origin(), rootKeys);
        require(
                newCheckpoint.checkpoint().origin().equals(newHeader.origin())
                        && newCheckpoint.size() == newHeader.size(),
                "The checkpoint is of another origin or size than bundle.json says");
        findings.begin(newHeader, policy.check(newCheckpoint).requireWitnessed());
        if (since != null) {
            requireSameOrigin(since);
            policy.check(since);
            require(
                    since.size() <= newHeader.size(),
                    "The bundle is of size %s, before the checkpoint that you kept at size %s",
                    newHeader.size(),
                    since.size());
            roots.expect(since.checkpoint(), "the checkpoint that you kept");
            findings.since(since.checkpoint());
        }
        roots.expect(newCheckpoint.checkpoint(), "the bundle's checkpoint");
    }

    @Override
    public void checkpoint(SignedCheckpoint earlier) throws NotVerified {
        requireSameOrigin(earlier);
        findings.brackets().add(policy.check(earlier));
        roots.expect(earlier.checkpoint(), "the earlier checkpoint in the bundle");
    }

    @Override
    public void consistency(ConsistencyProof proof) {
        roots.offer(proof);
    }

    @Override
    public void stateHeads(StateHeads heads, TlogProof proof) throws NotVerified {
        stateHeads = heads;
        require(heads.size() >= 1 && heads.size() <= header().size(), "The State heads are of a larger ledger");
        findings.stateHeads(
                heads,
                policy.checkStates(proof.checkpoint(), header().origin(), heads.size())
                        .requireWitnessed());
        require(
                proof.inclusion()
                        .proves(
                                TreeHash.leaf(heads.encode()),
                                proof.checkpoint().checkpoint().root()),
                "The State heads are not in the log of State heads");
        roots.expect(heads.size(), heads.root(), "the State heads");
    }

    @Override
    public void disclosure(long position, Disclosure disclosure) throws NotVerified {
        try {
            pending.add(shown(position, disclosure));
        } catch (IllegalArgumentException e) {
            throw new NotVerified(
                    "Position %s: the body is not one of an event: %s".formatted(position, e.getMessage()));
        }
    }

    private ShownEvent shown(long position, Disclosure disclosure) throws NotVerified {
        ShownEvent shown = ShownEvent.of(disclosure);
        if (disclosure instanceof Disclosure.Redacted redacted) {
            long by = redacted.byPosition();
            require(
                    by > position && by <= header().size(),
                    "Position %s: redacted by position %s, which is no later event",
                    position,
                    by);
            findings.redacted(position);
        } else if (disclosure instanceof Disclosure.Withheld) {
            findings.withheld(position);
        }
        return shown;
    }

    @Override
    public void leaf(Leaf leaf, Hash leafHash) throws NotVerified {
        long position = leaf.position();
        boolean all = header().completeness() == Completeness.LEAVES;
        require(
                all ? position == lastPosition + 1 : position > lastPosition && position <= header().size(),
                "Position %s comes after position %s: one is missing, or out of order",
                position,
                lastPosition);
        lastPosition = position;
        chains.append(leaf, leafHash);
        if (all) {
            frontier.append(leafHash, tile -> {});
            if (roots.isExpected(frontier.size())) {
                roots.found(frontier.size(), frontier.root());
            }
        }
        atHeads(position);
        progress.at(position, header().size());
    }

    /** Keeps the State chains at the size of the State heads. */
    private void atHeads(long position) throws NotVerified {
        if (stateHeads == null || position > stateHeads.size()) {
            return;
        }
        String state = header().state();
        headAtHeads = state == null ? null : chains.head(state);
        if (header().completeness() == Completeness.LEAVES && position == stateHeads.size()) {
            require(
                    chains.heads().equals(stateHeads.heads()),
                    "The State heads at size %s contradict the leaves",
                    position);
        }
    }

    @Override
    public void eventLeaf(Leaf leaf, Hash leafHash) throws NotVerified {
        leaf(leaf, leafHash);
        ShownEvent shown = pending.remove();
        if (shown.commitment() != null) {
            require(
                    shown.commitment().equals(leaf.commitment()),
                    "Position %s: the opening is not that of the leaf's commitment",
                    leaf.position());
            require(
                    Objects.equals(shown.state(), leaf.state()),
                    "Position %s: the leaf names the State %s and the body %s",
                    leaf.position(),
                    leaf.state(),
                    shown.state());
        }
        if (header().state() != null) {
            eventHashes.add(leaf.position(), leafHash);
        }
        submitters().event(leaf, shown.claim());
        findings.brackets().event(leaf);
        sink.event(leaf, leafHash, shown.shown());
    }

    @Override
    public void proof(TlogProof proof) throws NotVerified {
        long position = proof.leafIndex() + 1;
        byte[] note = proof.checkpoint().encode();
        Hash root = signedCheckpoint().checkpoint().root();
        require(
                proofs < eventHashes.count() && eventHashes.position(proofs) == position,
                "The proofs are not one for each event: position %s",
                position);
        require(
                proof.extra() == null && Arrays.equals(note, signedCheckpoint().encode()),
                "The proof of position %s is not under the bundle's checkpoint",
                position);
        require(
                proof.inclusion().proves(eventHashes.hash(proofs), root),
                "The proof of position %s does not lead to the root",
                position);
        proofs++;
    }

    @Override
    public void submitters(byte[] keys, byte[] signatures) throws NotVerified {
        submitters().lists(keys, signatures);
    }

    @Override
    public void end(BundleCounts counts) throws NotVerified {
        boolean all = header().completeness() == Completeness.LEAVES;
        require(
                !all || frontier.size() == header().size(),
                "The bundle has %s leaves, and the checkpoint says %s",
                frontier.size(),
                header().size());
        require(
                proofs == eventHashes.count() || all && proofs == 0,
                "The bundle has %s proofs for %s events",
                proofs,
                eventHashes.count());
        if (!all) {
            requireComplete(header().state());
        }
        roots.settle(signedCheckpoint().checkpoint(), all);
        require(counts.events() > 0, "There is no event to verify");
        submitters().end();
        findings.end(counts, roots, submitters().findings());
    }

    private void requireComplete(@Nullable String state) throws NotVerified {
        require(stateHeads != null && state != null, "The bundle has neither all leaves nor State heads");
        StateHeads heads = Objects.requireNonNull(stateHeads);
        StateHeads.Head expected = heads.of(Objects.requireNonNull(state)).orElse(null);
        require(
                Objects.equals(expected, headAtHeads),
                "The State heads at size %s say that %s has %s events; the bundle has %s up to there, or others",
                heads.size(),
                state,
                expected == null ? 0 : expected.count(),
                headAtHeads == null ? 0 : headAtHeads.count());
    }

    private void requireSameOrigin(SignedCheckpoint other) throws NotVerified {
        String origin = other.checkpoint().origin();
        String expected = header().origin();
        require(origin.equals(expected), "A checkpoint of %s does not belong to %s", origin, expected);
    }

    private SubmitterWatch submitters() {
        return Objects.requireNonNull(submitters);
    }

    private BundleHeader header() {
        return Objects.requireNonNull(header);
    }

    /** The message is built only on failure: usually a million leaves pass. */
    private static void require(boolean holds, String otherwise, @Nullable Object... values) throws NotVerified {
        if (!holds) {
            throw new NotVerified(String.format(Locale.ROOT, otherwise, values));
        }
    }
}
