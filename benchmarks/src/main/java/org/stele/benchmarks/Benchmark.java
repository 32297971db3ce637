package org.stele.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A Benchmark is one measurement, with its result as a section of Markdown. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
abstract class Benchmark implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--out", description = "A file that gets the section too.")
    @Nullable
    Path out;

    @Option(names = "--into", description = "A page of Markdown whose section of this name is replaced.")
    @Nullable
    Path into;

    @Option(
            names = "--jfr",
            description = "Record with JDK Flight Recorder while it is timed; say where the time goes.")
    boolean jfr;

    private @Nullable Flight flight;

    /** The timed work. */
    @FunctionalInterface
    interface Timed<T> {
        T run() throws Exception;
    }

    /** Measures, and returns the section without its heading. */
    abstract String run() throws Exception;

    /** The result, with a profile if one was requested. */
    final String section() throws Exception {
        String figures = run();
        return flight == null ? figures : figures + "\n" + flight.markdown();
    }

    @Override
    public Integer call() throws Exception {
        String section = section();
        System.out.println(section);
        if (out != null) {
            Files.writeString(out, section);
        }
        if (into != null) {
            Page.replace(into, spec.name(), section);
        }
        return 0;
    }

    /** Runs the timed work, recorded by JFR if that was requested and this is the profiled part. */
    final <T> T watched(boolean interesting, Timed<T> timed) throws Exception {
        if (!jfr || !interesting) {
            return timed.run();
        }
        if (flight == null) {
            flight = new Flight();
        }
        Flight recorded = flight;
        recorded.start();
        try {
            return timed.run();
        } finally {
            recorded.stop();
        }
    }

    static void say(String progress) {
        System.err.println(progress);
    }
}
