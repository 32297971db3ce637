package org.stele.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Every measurement with its defaults, in order. A failure of one does not stop the others. */
@Command(name = "all", mixinStandardHelpOptions = true, description = "All of them, into a page of Markdown.")
final class AllBenchmarks implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--into", defaultValue = "docs/BENCHMARKS.md", description = "The page.")
    Path into = Path.of("docs", "BENCHMARKS.md");

    @Option(names = "--without", split = ",", description = "Measurements that are left out.")
    List<String> without = List.of();

    @Override
    public Integer call() {
        CommandLine all = Objects.requireNonNull(spec.parent()).commandLine();
        List<String> failed = new ArrayList<>();
        all.getSubcommands().forEach((name, command) -> {
            if (command.getCommand() instanceof Benchmark && !without.contains(name)) {
                Benchmark.say("== " + name);
                if (command.execute("--jfr", "--into", into.toString()) != 0) {
                    failed.add(name);
                }
            }
        });
        failed.forEach(name -> Benchmark.say("failed: " + name));
        return failed.isEmpty() ? 0 : 1;
    }
}
