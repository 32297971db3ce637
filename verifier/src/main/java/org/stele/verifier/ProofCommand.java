package org.stele.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.EntryBundle;
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

/** Checks the proof file of one event. */
@Command(
        name = "proof",
        description = "Checks that an event's leaf is in the ledger, and that a body is the one in the leaf.",
        mixinStandardHelpOptions = true)
final class ProofCommand implements Callable<Integer> {

    private static final int MAX_PROOF_BYTES = 1 << 18;
    private static final int MAX_BODY_BYTES = 1 << 20;
    /** Leaf, salt and body, the body in base64. */
    private static final int MAX_OPENING_BYTES = 2 * MAX_BODY_BYTES;

    @Parameters(description = "The proof file (tlog-proof).")
    private Path file;

    @Option(names = "--leaf", paramLabel = "FILE", description = "The exact bytes of the leaf.")
    private @Nullable Path leafFile;

    @Option(names = "--body", paramLabel = "FILE", description = "The exact bytes of the body, if you have it.")
    private @Nullable Path bodyFile;

    @Option(
            names = "--salt",
            paramLabel = "SALT",
            description = "The salt of the body: 32 hexadecimal digits, or base64.")
    private @Nullable String salt;

    @Option(
            names = "--opening",
            paramLabel = "FILE",
            description = "Leaf, salt and body in one, as /api/v1/events/POSITION/opening gives them.")
    private @Nullable Path openingFile;

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
        Opening opening = Check.given(spec, "a body with its salt, or an opening", this::opening);
        ProofSubmitter submitter = Check.given(
                spec,
                "openings of events about keys after --key-event",
                () -> ProofSubmitter.read(keyEvents, roots.and(spec, policy.roots())));
        return Check.execute(spec, output, () -> check(policy, opening, submitter));
    }

    /** What is compared with the leaf's commitment; null where the auditor gave neither body nor opening. */
    private @Nullable Opening opening() throws IOException {
        if (openingFile != null) {
            if (leafFile != null || bodyFile != null || salt != null) {
                throw new WrongUse(
                        "Expected --opening alone: it brings leaf, salt and body. Leave out --leaf, --salt and --body.");
            }
            return Opening.parse(Files.read(openingFile, MAX_OPENING_BYTES, FileKind.OPENING));
        }
        if (leafFile == null) {
            throw new WrongUse(
                    "Expected the leaf of the proof, and none is named. Name its file with --leaf, or the opening with --opening.");
        }
        if (bodyFile == null && salt == null) {
            return null;
        }
        if (bodyFile == null || salt == null) {
            throw new WrongUse(
                    "Expected --body and --salt together, got only %s. A body is opened with its salt: name both."
                            .formatted(salt == null ? "--body" : "--salt"));
        }
        return new Opening(null, Opening.salt(salt), Files.read(bodyFile, MAX_BODY_BYTES, FileKind.BODY));
    }

    private Outcome check(Policy policy, @Nullable Opening opening, ProofSubmitter submitter)
            throws IOException, NotVerified {
        TlogProof proof = TlogProof.parse(Files.read(file, MAX_PROOF_BYTES, FileKind.PROOF));
        return EventProof.check(policy, proof, leaf(opening), opening, submitter);
    }

    private byte[] leaf(@Nullable Opening opening) throws IOException {
        return opening != null && opening.leaf() != null
                ? opening.leaf()
                : Files.read(Objects.requireNonNull(leafFile), EntryBundle.MAX_ENTRY_BYTES, FileKind.LEAF);
    }
}
