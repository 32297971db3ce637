package org.stele.verifier;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.note.Policy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The keys that the auditor trusts. They must come from another source than the evidence. */
final class TrustOptions {

    @Option(names = "--key", paramLabel = "VKEY", description = "The ledger's verifier key: name+id+key.")
    private @Nullable String key;

    @Option(names = "--policy", paramLabel = "FILE", description = "Trusted keys, witnesses and quorum (tlog-policy).")
    private @Nullable Path file;

    Policy policy(CommandSpec spec) {
        Path policy = file;
        return policy == null
                ? Check.given(
                        spec,
                        "a verifier key (name+id+key, as /log/key gives it) after --key",
                        () -> Policy.of(NoteKey.parse(String.valueOf(key).strip())))
                : Check.given(
                        spec,
                        "a policy (lines of log, witness, group and quorum) in " + policy
                                + "; a key alone goes after --key",
                        () -> Policy.parse(Files.read(policy, 1 << 18)));
    }
}
