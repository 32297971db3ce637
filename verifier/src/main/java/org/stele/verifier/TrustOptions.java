package org.stele.verifier;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.note.Policy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Whom the auditor trusts. It has to come from elsewhere than what is checked. */
final class TrustOptions {

    @Option(names = "--key", paramLabel = "VKEY", description = "The ledger's verifier key: name+id+key.")
    private @Nullable String key;

    @Option(names = "--policy", paramLabel = "FILE", description = "Trusted keys, witnesses and quorum (tlog-policy).")
    private @Nullable Path file;

    Policy policy(CommandSpec spec) {
        try {
            return file == null
                    ? Policy.of(NoteKey.parse(String.valueOf(key)))
                    : Policy.parse(Files.read(file, 1 << 18));
        } catch (IllegalArgumentException | IOException e) {
            throw new ParameterException(spec.commandLine(), "The key or policy is none: " + e.getMessage(), e);
        }
    }
}
