package org.stele.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All measurements, each a command of its own. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AppendBenchmark.class,
            GatewayBenchmark.class,
            ImportBenchmark.class,
            BesideImportBenchmark.class,
            SourcingBenchmark.class,
            ReplayBenchmark.class,
            ViewBenchmark.class,
            AnswersBenchmark.class,
            ReadersBenchmark.class,
            ScreeningBenchmark.class,
            FsckBenchmark.class,
            SigningBenchmark.class,
            LogBenchmark.class,
            VerifyBenchmark.class,
            ReadyBenchmark.class,
            GuessesBenchmark.class,
            AuthorityBenchmark.class,
            AllBenchmarks.class
        })
final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }
}
