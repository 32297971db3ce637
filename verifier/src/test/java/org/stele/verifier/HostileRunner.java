package org.stele.verifier;

import java.nio.file.Path;

/** Runs in a small child process: checks each file that it is given and says how that ended. */
final class HostileRunner {

    private HostileRunner() {}

    /** @param args the key, then files */
    public static void main(String[] args) {
        for (int i = 1; i < args.length; i++) {
            long start = System.nanoTime();
            Cli.Answer answer = Cli.execute("bundle", "--key", args[0], args[i]);
            System.out.printf(
                    "%s|%s|%s|%s%n",
                    Path.of(args[i]).getFileName(),
                    answer.code(),
                    (System.nanoTime() - start) / 1_000_000,
                    answer.out().strip());
        }
    }
}
