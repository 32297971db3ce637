package org.stele.verifier;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.stele.ledger.submitter.SigningKey.Algorithm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a key pair. */
@Command(
        name = "keygen",
        description = "Makes a key in a new file that only you may read.",
        mixinStandardHelpOptions = true)
final class SignKeygenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The new file.")
    private Path file;

    @Option(names = "--algorithm", defaultValue = "EDDSA", description = "EDDSA (Ed25519) or ES256 (P-256).")
    private Algorithm algorithm;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Signing.run(
                spec,
                () -> Signing.describe(
                        new PrivateKeyFile(file).create(algorithm).key()));
    }
}
