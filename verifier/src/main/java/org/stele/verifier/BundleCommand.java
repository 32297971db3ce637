package org.stele.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.stele.ledger.NotVerified;
import org.stele.ledger.evidence.BundleReader;
import org.stele.ledger.note.Policy;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.submitter.Roots;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks an evidence bundle. */
@Command(
        name = "bundle",
        description =
                "Checks an evidence bundle: signatures, tree, chains, openings, completeness, and what submitters signed.",
        mixinStandardHelpOptions = true)
final class BundleCommand implements Callable<Integer> {

    @Parameters(description = "The bundle.")
    private Path file;

    @ArgGroup(multiplicity = "1")
    private TrustOptions trust;

    @Mixin
    private RootOption roots;

    @Mixin
    private SinceOption since;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Policy policy = trust.policy(spec);
        Roots rootKeys = roots.and(spec, policy.roots());
        SignedCheckpoint kept = since.checkpoint(spec);
        return Check.execute(spec, output, () -> {
            BundleCheck check = new BundleCheck(policy, rootKeys, kept, EventSink.NONE, output.progress());
            return BundleReport.of(check(file, check), policy);
        });
    }

    static BundleFindings check(Path file, BundleCheck check) throws IOException, NotVerified {
        try (InputStream in = Files.openBundle(file)) {
            BundleReader.read(in, check);
        }
        return check.findings();
    }
}
