package org.stele.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.stele.ledger.Hash;
import org.stele.ledger.NotVerified;
import org.stele.ledger.note.Policy;
import org.stele.ledger.note.SignedCheckpoint;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reports what the later of two bundles adds, and that nothing else changed. */
@Command(
        name = "diff",
        description =
                "Checks two bundles of one State at two sizes: what the second added, and that nothing else changed.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

    @Parameters(index = "0", description = "The earlier bundle.")
    private Path earlier;

    @Parameters(index = "1", description = "The later bundle.")
    private Path later;

    @ArgGroup(multiplicity = "1")
    private TrustOptions trust;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    /** One event as a bundle has it. */
    private record Seen(long position, Hash leafHash, EventSink.Shown shown) {

        @Override
        public String toString() {
            return "position %s: %s %s"
                    .formatted(position, shown.kind(), shown.what())
                    .trim();
        }
    }

    @Override
    public Integer call() {
        Policy policy = trust.policy(spec);
        return Check.execute(spec, output, () -> diff(policy));
    }

    private Outcome diff(Policy policy) throws IOException, NotVerified {
        List<Seen> before = new ArrayList<>();
        BundleCheck first = new BundleCheck(policy, null, sink(before), Progress.SILENT);
        BundleFindings old = BundleCommand.check(earlier, first);
        List<Seen> after = new ArrayList<>();
        SignedCheckpoint since = first.signedCheckpoint();
        BundleFindings now = BundleCommand.check(later, new BundleCheck(policy, since, sink(after), output.progress()));
        if (!Objects.equals(old.header().state(), now.header().state())) {
            throw new WrongUse("Expected two bundles of one State, and they are of %s and of %s. Name two of the same."
                    .formatted(whose(old), whose(now)));
        }
        List<String> changed = changes(before, after);
        List<String> added = after.subList(before.size(), after.size()).stream()
                .map(Seen::toString)
                .toList();
        return outcome(old, now, added, changed);
    }

    private static String whose(BundleFindings findings) {
        String state = findings.header().state();
        return state == null ? "all States" : state;
    }

    private static EventSink sink(List<Seen> seen) {
        return (leaf, leafHash, shown) -> seen.add(new Seen(leaf.position(), leafHash, shown));
    }

    /** The differences in disclosure; the events themselves must be equal. */
    private static List<String> changes(List<Seen> before, List<Seen> after) throws NotVerified {
        List<String> changes = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            Seen old = before.get(i);
            if (i >= after.size() || !after.get(i).leafHash().equals(old.leafHash())) {
                throw new NotVerified("The event at position " + old.position() + " is not in the later bundle");
            }
            if (!after.get(i).shown().equals(old.shown())) {
                changes.add(old + ", then " + after.get(i).shown().kind() + " "
                        + after.get(i).shown().what());
            }
        }
        return changes;
    }

    private static Outcome outcome(BundleFindings old, BundleFindings now, List<String> added, List<String> changed) {
        List<String> lines = new ArrayList<>();
        lines.add("VERIFIED: from size %s to size %s, %s events were added; %s."
                .formatted(
                        old.header().size(),
                        now.header().size(),
                        added.size(),
                        changed.isEmpty() ? "nothing else changed" : changed.size() + " are shown otherwise"));
        added.forEach(event -> lines.add("+ " + event));
        changed.forEach(event -> lines.add("~ " + event));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fromSize", old.header().size());
        json.put("toSize", now.header().size());
        json.put("added", added);
        json.put("changed", changed);
        return new Outcome(lines, json);
    }
}
