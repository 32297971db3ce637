package org.stele.verifier;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code stele-verify}. Exit codes: 0 verified, 1 not verified, 2 wrong use. */
@Command(
        name = "stele-verify",
        description = "Checks what a ledger handed out, offline.",
        mixinStandardHelpOptions = true,
        subcommands = LeavesCommand.class)
public final class Verify {

    private Verify() {}

    public static void main(String[] args) {
        System.exit(execute(args));
    }

    static int execute(String... args) {
        return new CommandLine(new Verify()).execute(args);
    }
}
