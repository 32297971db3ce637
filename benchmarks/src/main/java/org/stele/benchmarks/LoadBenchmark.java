package org.stele.benchmarks;

import picocli.CommandLine.Option;

/** A LoadBenchmark runs submitters for some time, in several variants that take turns, round after round. */
abstract class LoadBenchmark extends Benchmark {

    @Option(names = "--seconds", defaultValue = "5", description = "How long each is timed for, each time.")
    int seconds;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds that count.")
    int rounds;

    @Option(names = "--warm-ups", defaultValue = "1", description = "Rounds before them that do not.")
    int warmUps;
}
