package org.stele.verifier;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.json.JsonValue;
import org.stele.ledger.submitter.Filing;
import org.stele.ledger.submitter.SubmitterCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Signs, as a State's root, that a key is not accepted any more. */
@Command(
        name = "revoke",
        description = "As a State's root: states that a key is not accepted any more, in whatever role.",
        mixinStandardHelpOptions = true)
final class SignRevokeCommand implements Callable<Integer> {

    /** The reasons that there are. */
    enum Reason {
        LOST,
        COMPROMISED,
        REPLACED,
        OFFICE_ENDED
    }

    @Option(names = "--root", required = true, paramLabel = "FILE", description = "The State's root key.")
    private Path root;

    @Option(names = "--ledger", required = true, paramLabel = "ORIGIN", description = "The origin of the ledger.")
    private String origin;

    @Option(names = "--state", required = true, paramLabel = "STATE", description = "The State's code, such as NOR.")
    private String state;

    @Option(names = "--key-id", required = true, paramLabel = "ID", description = "The id of the key to revoke.")
    private String keyId;

    @Option(names = "--reason", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
    private Reason reason;

    @Option(names = "--nonce", paramLabel = "BASE64URL", description = "32 bytes that the ledger gave; else random.")
    private @Nullable String nonce;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Signing.run(spec, () -> {
            if (!keyId.matches("[0-9a-f]{64}")) {
                throw new WrongUse("Expected a key's id, 64 hexadecimal digits in lower case, after --key-id.");
            }
            SigningPair pair = new PrivateKeyFile(root).read();
            JsonValue.Members content = JsonValue.Members.of(Map.of(
                    "memberState", new JsonValue.Text(state),
                    "key", new JsonValue.Text(keyId),
                    "reason", new JsonValue.Text(reason.name()),
                    "rootKey", new JsonValue.Text(pair.key().toString())));
            Filing filing = new Filing("access.SigningKeyRevoked", "1", content);
            return Signing.sign(spec, pair, origin, SubmitterCheck.ROOT_ROLE, nonce, List.of(filing));
        });
    }
}
