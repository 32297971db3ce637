package org.stele.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.ConsistencyProof;
import org.stele.ledger.Hash;
import org.stele.ledger.NotVerified;
import org.stele.ledger.evidence.ConsistencyText;
import org.stele.ledger.note.Policy;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.SignedNote;
import org.stele.ledger.note.Trusted;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks the signatures of a checkpoint, and that it extends another. */
@Command(
        name = "checkpoint",
        description = "Checks who signed a checkpoint, and with --since that it extends one that you kept.",
        mixinStandardHelpOptions = true)
final class CheckpointCommand implements Callable<Integer> {

    private static final int MAX_PROOF_BYTES = 64 * 45;

    @Parameters(description = "The checkpoint.")
    private Path file;

    @Option(
            names = "--consistency",
            paramLabel = "FILE",
            description = "The consistency proof between the two: hashes in base64, one a line.")
    private @Nullable Path proofFile;

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
        return Check.execute(spec, output, () -> check(policy, kept));
    }

    private Outcome check(Policy policy, @Nullable SignedCheckpoint kept) throws IOException, NotVerified {
        SignedCheckpoint checkpoint =
                SignedCheckpoint.parse(Files.read(file, SignedNote.MAX_BYTES, FileKind.CHECKPOINT));
        requireProofIfNeeded(kept, checkpoint);
        Trusted trusted = policy.check(checkpoint).requireWitnessed();
        List<String> lines = new ArrayList<>();
        lines.add("VERIFIED: %s at size %s, root %s."
                .formatted(
                        trusted.checkpoint().origin(),
                        checkpoint.size(),
                        trusted.checkpoint().root()));
        trusted.signers().forEach(key -> lines.add("Signed by " + key + "."));
        trusted.cosignatures().forEach(one -> lines.add("Witnessed by %s at %s.".formatted(one.name(), one.at())));
        if (kept != null) {
            policy.check(kept);
            requireExtends(kept, checkpoint);
            lines.add("It extends the checkpoint that you kept at size " + kept.size() + ".");
        }
        lines.add("Not checked: what is in the ledger.");
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("origin", trusted.checkpoint().origin());
        json.put("size", checkpoint.size());
        json.put("root", trusted.checkpoint().root().hex());
        json.put("witnesses", trusted.cosignatures().size());
        json.put("extendsKept", kept != null);
        return new Outcome(lines, json);
    }

    private void requireExtends(SignedCheckpoint kept, SignedCheckpoint checkpoint) throws IOException, NotVerified {
        if (!kept.checkpoint().origin().equals(checkpoint.checkpoint().origin())) {
            throw new NotVerified("The two checkpoints are of two logs");
        }
        List<Hash> hashes =
                proofFile == null ? List.of() : ConsistencyText.parse(Files.read(proofFile, MAX_PROOF_BYTES));
        ConsistencyProof proof = new ConsistencyProof(kept.size(), checkpoint.size(), hashes);
        if (!proof.proves(kept.checkpoint().root(), checkpoint.checkpoint().root())) {
            throw new NotVerified("FORK or damage: the checkpoint does not extend the one that you kept");
        }
    }

    private void requireProofIfNeeded(@Nullable SignedCheckpoint kept, SignedCheckpoint checkpoint) {
        if (kept == null && proofFile != null) {
            throw new WrongUse(
                    "Expected --since with --consistency, and there is none. A consistency proof leads from a"
                            + " checkpoint that you kept: name that one with --since.");
        }
        if (kept != null && proofFile == null && kept.size() != checkpoint.size() && kept.size() > 0) {
            throw new WrongUse("Expected --consistency with checkpoints of two sizes, and there is none. Get it from"
                    + " /api/v1/consistency?from=%s&to=%s and name its file."
                            .formatted(kept.size(), checkpoint.size()));
        }
    }
}
