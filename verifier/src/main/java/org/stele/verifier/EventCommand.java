package org.stele.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.stele.ledger.NotVerified;
import org.stele.ledger.note.Policy;
import org.stele.ledger.note.TlogProof;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks the file of one event, which is its proof with leaf and opening in it. */
@Command(
        name = "event",
        description =
                "Checks the file of one event: that it is in the ledger, and that its body is the one in its leaf.",
        mixinStandardHelpOptions = true)
final class EventCommand implements Callable<Integer> {

    @Parameters(description = "The file, as /api/v1/events/POSITION/evidence gives it.")
    private Path file;

    @Option(
            names = "--key-event",
            paramLabel = "FILE",
            description =
                    "An opening of an event that enrolled or revoked a key, to check the submitter's signature with; may be repeated.")
    private List<Path> keyEvents = List.of();

    @ArgGroup(multiplicity = "1")
    private TrustOptions trust;

    @Mixin
    private RootOption roots;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Policy policy = trust.policy(spec);
        ProofSubmitter submitter = Check.given(
                spec,
                "openings of events about keys after --key-event",
                () -> ProofSubmitter.read(keyEvents, roots.and(spec, policy.roots())));
        return Check.execute(spec, output, () -> check(policy, submitter));
    }

    private Outcome check(Policy policy, ProofSubmitter submitter) throws IOException, NotVerified {
        return EventProof.check(policy, Files.read(file, TlogProof.MAX_OF_EVENT_BYTES, FileKind.PROOF), submitter);
    }
}
