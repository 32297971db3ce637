package org.stele.verifier;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.SignedNote;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The checkpoint that the auditor kept earlier: the checked ledger must extend it. */
final class SinceOption {

    @Option(
            names = "--since",
            paramLabel = "CHECKPOINT",
            description = "A checkpoint that you kept: what is checked has to extend it.")
    private @Nullable Path file;

    @Nullable
    SignedCheckpoint checkpoint(CommandSpec spec) {
        Path kept = file;
        return kept == null
                ? null
                : Check.given(
                        spec,
                        "a checkpoint that you kept in " + kept,
                        () -> SignedCheckpoint.parse(Files.read(kept, SignedNote.MAX_BYTES, FileKind.CHECKPOINT)));
    }
}
