package org.stele.verifier;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what would be signed. */
@Command(
        name = "show",
        description = "Shows the canonical form of a filing and its digest, and signs nothing.",
        mixinStandardHelpOptions = true)
final class SignShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILING", description = "The filing: JSON with content, type and typeVersion.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Signing.run(spec, () -> Signing.show(Signing.filing(file)));
    }
}
