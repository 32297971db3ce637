package org.stele.verifier;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the public half of a key file. */
@Command(
        name = "key",
        description = "Prints the id (of a root: its fingerprint) and the public key of a private key's file.",
        mixinStandardHelpOptions = true)
final class SignKeyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The private key: PKCS#8 in PEM, or a JWK.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Signing.run(
                spec, () -> Signing.describe(new PrivateKeyFile(file).read().key()));
    }
}
