package org.stele.verifier;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code stele-verify}. */
@Command(
        name = "stele-verify",
        description = "Checks what a ledger handed out, without asking the ledger.",
        footer = "Exit codes: 0 verified, 1 not verified, 2 wrong use, 3 not reachable.",
        mixinStandardHelpOptions = true,
        subcommands = {
            BundleCommand.class,
            ProofCommand.class,
            LogCommand.class,
            CheckpointCommand.class,
            DiffCommand.class
        })
public final class Verify {

    static final int VERIFIED = 0;
    static final int NOT_VERIFIED = 1;
    static final int UNREACHABLE = 3;

    private Verify() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Verify());
    }
}
