package org.stele.verifier;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Leaf;
import org.stele.ledger.LeafSequence;
import org.stele.ledger.NotVerified;
import org.stele.ledger.TreeHash;
import org.stele.ledger.note.Policy;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.SignedNote;
import org.stele.ledger.note.Trusted;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a whole log, served or mirrored. */
@Command(
        name = "log",
        description =
                "Reads a whole log and checks checkpoint, entries, tiles, State chains, and State heads if served.",
        mixinStandardHelpOptions = true)
final class LogCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "URL|DIR",
            description = "Where the log is: .../log, or a directory with what is below it.")
    private String place;

    @ArgGroup(multiplicity = "1")
    private TrustOptions trust;

    @Mixin
    private SinceOption since;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Policy policy = trust.policy(spec);
        SignedCheckpoint kept = since.checkpoint(spec);
        LogSource source = Check.given(spec, "the address of a log, or its directory", () -> LogSource.of(place));
        return Check.execute(spec, output, () -> check(policy, source, kept));
    }

    private Outcome check(Policy policy, LogSource source, @Nullable SignedCheckpoint kept)
            throws IOException, NotVerified {
        Optional<StatesLog> states = StatesLog.beside(source);
        SignedCheckpoint checkpoint = SignedCheckpoint.parse(source.find("checkpoint", SignedNote.MAX_BYTES)
                .orElseThrow(() -> new FileNotFoundException("Expected a log, and there is no checkpoint at " + place
                        + ". Name the address that ends in /log, or the directory that holds the file checkpoint")));
        Trusted trusted = policy.check(checkpoint).requireWitnessed();
        if (checkpoint.size() == 0) {
            throw new NotVerified("There is no event to verify");
        }
        KnownRoots roots = new KnownRoots();
        expectSince(kept, policy, trusted, roots);
        LogEntries entries = new LogEntries(source, "", checkpoint.size());
        LeafSequence chains = new LeafSequence();
        read(entries, chains, states, roots);
        entries.requireRoot(checkpoint.checkpoint().root());
        long headsCount = 0;
        if (states.isPresent()) {
            headsCount = states.get().end(policy, checkpoint.checkpoint().origin());
        }
        return outcome(trusted, chains.heads().size(), headsCount);
    }

    private static void expectSince(@Nullable SignedCheckpoint kept, Policy policy, Trusted trusted, KnownRoots roots)
            throws NotVerified {
        if (kept == null) {
            return;
        }
        policy.check(kept);
        if (!kept.checkpoint().origin().equals(trusted.checkpoint().origin())
                || kept.size() > trusted.checkpoint().size()) {
            throw new NotVerified("The log is another than that of the checkpoint that you kept, or at a smaller size");
        }
        roots.expect(kept.checkpoint(), "the checkpoint that you kept");
    }

    private void read(LogEntries entries, LeafSequence chains, Optional<StatesLog> states, KnownRoots roots)
            throws IOException, NotVerified {
        Progress progress = output.progress();
        long size = entries.expectedSize();
        while (entries.hasNext()) {
            byte[] data = entries.next();
            Leaf leaf = Leaf.parse(data);
            if (leaf.position() != entries.size()) {
                throw new NotVerified("Entry %s is of position %s".formatted(entries.size(), leaf.position()));
            }
            chains.append(leaf, TreeHash.leaf(data));
            if (roots.isExpected(entries.size())) {
                roots.found(entries.size(), entries.root());
            }
            if (states.isPresent()) {
                states.get().at(entries, chains);
            }
            progress.at(entries.size(), size);
        }
    }

    private static Outcome outcome(Trusted trusted, int chainsCount, long headsCount) {
        List<String> lines = new ArrayList<>();
        lines.add("VERIFIED: all %s entries of %s give the signed root, and every tile is the one over them."
                .formatted(trusted.checkpoint().size(), trusted.checkpoint().origin()));
        lines.add("Checked: positions, times, the chains of %s States.".formatted(chainsCount));
        lines.add(
                headsCount == 0
                        ? "No State heads are served."
                        : "Checked: %s State heads; no count ever fell, and each is that of the ledger."
                                .formatted(headsCount));
        trusted.signers().forEach(key -> lines.add("Signed by " + key + "."));
        trusted.cosignatures().forEach(one -> lines.add("Witnessed by %s at %s.".formatted(one.name(), one.at())));
        lines.add("Not checked: the bodies, which only openings tie to their leaves.");
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("origin", trusted.checkpoint().origin());
        json.put("size", trusted.checkpoint().size());
        json.put("root", trusted.checkpoint().root().hex());
        json.put("states", chainsCount);
        json.put("stateHeads", headsCount);
        json.put("witnesses", trusted.cosignatures().size());
        return new Outcome(lines, json);
    }
}
