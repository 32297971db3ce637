package org.stele.verifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Rebuilds the tree from an export of all events and compares its root with one that the auditor kept. */
@Command(
        name = "leaves",
        description =
                "Rebuilds the tree from the JSON Lines export of all events (/api/v1/events with "
                        + "Accept: application/jsonl): positions without gaps, every leaf hash, every State's chain, and the root.",
        mixinStandardHelpOptions = true)
final class LeavesCommand implements Callable<Integer> {

    @Parameters(description = "The export.")
    private Path file;

    @Option(
            names = "--root",
            description =
                    "The root that you kept, as 64 hexadecimal digits. Without it nothing is verified, only computed.")
    private @Nullable String root;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (root != null && !root.matches("[0-9a-f]{64}")) {
            throw new ParameterException(
                    spec.commandLine(), "Expected --root as 64 lower-case hexadecimal digits, got " + root + ".");
        }
        PrintWriter out = spec.commandLine().getOut();
        ExportedLeaves leaves = new ExportedLeaves();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            leaves.read(lines);
        } catch (ExportedLeaves.NotVerified wrong) {
            out.println("NOT VERIFIED: " + wrong.getMessage());
            return 1;
        }
        out.printf(
                "%,d leaves: positions, leaf hashes, State chains%n%,d State chains%nroot %s%n",
                leaves.size(), leaves.states(), leaves.root());
        out.println(
                "Not checked: the bodies, which only an opening ties to their leaves; who holds this root, and since when.");
        return verdict(out, leaves);
    }

    private int verdict(PrintWriter out, ExportedLeaves leaves) {
        if (leaves.size() == 0) {
            out.println("NOT VERIFIED: the export holds no event.");
            return 1;
        }
        if (root == null) {
            out.println(
                    "NOT VERIFIED: no root to compare with. Keep this one, or name the one that you kept with --root.");
            return 1;
        }
        boolean equal = root.equals(leaves.root());
        out.println(
                equal
                        ? "VERIFIED: these are the leaves under the root that you kept."
                        : "NOT VERIFIED: the root is another than " + root + ".");
        return equal ? 0 : 1;
    }
}
