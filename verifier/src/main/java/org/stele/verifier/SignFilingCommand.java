package org.stele.verifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.submitter.Filing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs filings. */
@Command(
        name = "filing",
        description =
                "Signs one filing, or several of one document together. What is signed is shown on the error output; "
                        + "the request to send is printed.",
        mixinStandardHelpOptions = true)
final class SignFilingCommand implements Callable<Integer> {

    @Parameters(arity = "1..20", paramLabel = "FILING", description = "JSON with content, type and typeVersion.")
    private List<Path> files;

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "Your private key.")
    private Path key;

    @Option(names = "--ledger", required = true, paramLabel = "ORIGIN", description = "The origin of the ledger.")
    private String origin;

    @Option(names = "--role", defaultValue = "signatory", description = "Your role (${DEFAULT-VALUE}).")
    private String role;

    @Option(names = "--nonce", paramLabel = "BASE64URL", description = "32 bytes that the ledger gave; else random.")
    private @Nullable String nonce;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Signing.run(spec, () -> {
            List<Filing> filings = new ArrayList<>();
            for (Path file : files) {
                filings.add(Signing.filing(file));
            }
            return Signing.sign(spec, new PrivateKeyFile(key).read(), origin, role, nonce, filings);
        });
    }
}
