package org.stele.standalone.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.stele.eventstore.fsck.PinnedRoot;
import org.stele.eventstore.home.SigningRefused;
import org.stele.eventstore.signing.RollbackGuard;
import org.stele.ledger.Hash;
import org.stele.standalone.home.Database;
import org.stele.standalone.home.DatabaseHandle;
import org.stele.standalone.home.Misconfigured;
import org.stele.standalone.home.SteleHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Takes an operator's word that a signed ledger without kept files is the right one. */
@Command(
        name = "accept-root",
        description =
                "Gives your word that the ledger of this size and root is the right one, where last-checkpoint and"
                        + " last-pins are lost. Compare both first with a checkpoint that somebody outside holds: nothing"
                        + " else tells a history that was written anew. The next start verifies all of it, pins it, and"
                        + " shows your word in its health.",
        mixinStandardHelpOptions = true)
final class AcceptRootCommand implements Callable<Integer> {

    @Option(names = "--size", required = true, paramLabel = "N", description = "The number of events.")
    private long size;

    @Option(
            names = "--root",
            required = true,
            paramLabel = "HEX",
            description = "The root over them, as 64 hexadecimal digits.")
    private String root;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PinnedRoot accepted = accepted();
        PrintWriter out = spec.commandLine().getOut();
        SteleHome home = SteleHome.fromEnvironment();
        home.requireThereIfNamed();
        try (DatabaseHandle handle = DatabaseHandle.openToRead(home)) {
            Database database = handle.database();
            RollbackGuard.accept(database.dataSource(database.projection()), home.signing(), accepted, Instant.now());
        } catch (SigningRefused e) {
            throw new Misconfigured(String.valueOf(e.getMessage()), e);
        }
        out.println("Accepted size " + accepted.size() + " with the root "
                + accepted.root().hex() + ", for the next start on " + home.directory() + ".");
        return 0;
    }

    private PinnedRoot accepted() {
        try {
            return new PinnedRoot(size, Hash.ofHex(root));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Expected --size with a number of events and --root with 64 hexadecimal digits in lower case, got "
                            + size + " and " + root + ".");
        }
    }
}
