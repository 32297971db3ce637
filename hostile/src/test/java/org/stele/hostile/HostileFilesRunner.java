package org.stele.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/** The process that reads all hostile files, with the little memory that its command line gives it. A line for each. */
public final class HostileFilesRunner {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private HostileFilesRunner() {}

    public static void main(String[] arguments) throws IOException {
        for (HostileFile file : HostileFile.all()) {
            long began = THREADS.getCurrentThreadCpuTime();
            String refusal = refusal(file);
            long millis = TimeUnit.NANOSECONDS.toMillis(THREADS.getCurrentThreadCpuTime() - began);
            System.out.println(String.join("|", file.kind(), file.name(), Long.toString(millis), oneLine(refusal)));
        }
        System.out.println("peak|" + peakBytes());
    }

    private static String refusal(HostileFile file) {
        try (InputStream bytes = file.bytes().open()) {
            return file.reader().refusal(bytes);
        } catch (Exception | StackOverflowError | AssertionError fault) {
            return "FAULT " + fault;
        }
    }

    /** The most that the heap held at any moment, garbage included. */
    private static long peakBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(java.lang.management.MemoryUsage::getUsed)
                .sum();
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}|]", " ");
        return line.substring(0, Math.min(200, line.length()));
    }
}
