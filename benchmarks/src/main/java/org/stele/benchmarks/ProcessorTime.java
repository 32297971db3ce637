package org.stele.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The busy time of processors, in nanoseconds, since some moment. Linux counts that of the machine in hundredths of a
 * second.
 *
 * @param own for this process
 * @param others for all other processes
 */
record ProcessorTime(long own, long others) {

    private static final long NANOS_A_TICK = 10_000_000;

    /** user, nice and system, then two idle times, then interrupts; time stolen by a host is not counted. */
    private static final int[] BUSY = {1, 2, 3, 6, 7};

    static ProcessorTime now() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long own = system.getProcessCpuTime();
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            String[] all = lines.findFirst().orElseThrow().split(" +");
            long ticks = 0;
            for (int column : BUSY) {
                ticks += Long.parseLong(all[column]);
            }
            return new ProcessorTime(own, ticks * NANOS_A_TICK - own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(own - before.own, others - before.others);
    }
}
