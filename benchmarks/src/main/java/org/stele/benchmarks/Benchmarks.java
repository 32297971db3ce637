package org.stele.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All measurements, each a command of its own. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        subcommands = {AppendBenchmark.class})
final class Benchmarks {

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }
}
