package org.stele.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.eventstore.evidence.EvidenceBundles;
import org.stele.eventstore.evidence.EvidenceRequest;
import org.stele.eventstore.log.LogReader;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A VerifyBenchmark makes evidence bundles of a large ledger, as the application makes them, and lets the auditor's
 * program check each in its own process, with a small heap.
 */
@Command(name = "verify", description = "Evidence bundles of a large ledger, made and checked.")
final class VerifyBenchmark extends Benchmark {

    private static final MemberState STATE = SourcingBenchmark.HOT;
    private static final Path JAR = Path.of("verifier", "target", "stele-verify.jar");
    private static final long POLL_MILLIS = 20;

    @Option(
            names = "--events",
            defaultValue = "1000000",
            description = "Events in the ledger; one in twenty is a State's.")
    long events;

    @Option(names = "--rounds", defaultValue = "5", description = "How often each is checked.")
    int rounds;

    @Option(names = "--heap", defaultValue = "512m", description = "Of the process that checks, as in -Xmx.")
    String heap = "";

    @Option(names = "--java", description = "The java that checks; this one by default. It runs on 17.")
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");

    @Option(names = "--keep", description = "A directory in which bundles and policy are left.")
    @Nullable
    Path keep;

    private record Bundle(String what, long eventsCount, Path file, double seconds) {}

    /** @param peakMebibytes resident at most, as the kernel counted */
    private record Check(double seconds, long peakMebibytes) {}

    @Override
    String run() throws Exception {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is not built: `mvn -DskipTests package` makes it");
        }
        Path directory = keep == null ? Files.createTempDirectory("stele-evidence") : Files.createDirectories(keep);
        try (DurableServer server = DurableServer.start();
                LedgerDatabase database = LedgerDatabase.create(server, "evidenced")) {
            LedgerSupply.fill(
                    database.command(), new LedgerSupply.Plan(events, Map.of(STATE, events / 20), 1), done -> {});
            database.execute("VACUUM (ANALYZE)");
            database.checkpoint();
            List<Bundle> bundles = make(database, directory);
            StringBuilder rows = new StringBuilder();
            for (Bundle bundle : bundles) {
                rows.append(row(bundle, checks(bundle, directory.resolve("policy"))));
            }
            return markdown(Surroundings.of(server), rows);
        } finally {
            if (keep == null) {
                delete(directory);
            }
        }
    }

    private List<Bundle> make(LedgerDatabase database, Path directory) throws Exception {
        try (SignedDatabase signing = SignedDatabase.start(database);
                var pool = database.readingPool()) {
            signing.awaitSigned(events);
            LogReader log = new LogReader(pool);
            Files.writeString(directory.resolve("policy"), log.keys().policyText());
            EvidenceBundles bundles = new EvidenceBundles(log, LedgerDatabase.STATE_TAG);
            List<Bundle> made = new ArrayList<>();
            made.add(make(bundles, directory, null, Completeness.LEAVES));
            made.add(make(bundles, directory, STATE.iso3(), Completeness.LEAVES));
            made.add(make(bundles, directory, STATE.iso3(), Completeness.HEADS));
            return made;
        }
    }

    private Bundle make(EvidenceBundles bundles, Path directory, @Nullable String state, Completeness completeness)
            throws IOException {
        String what = (state == null ? "the ledger" : "one State") + ", completeness="
                + completeness.name().toLowerCase(Locale.ROOT);
        Path file = directory.resolve(what.replaceAll("[^a-zA-Z]+", "-") + ".zip");
        long start = System.nanoTime();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            bundles.prepare(new EvidenceRequest(state, events, completeness, 0, (leaf, body) -> true))
                    .write(out);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        say(String.format(Locale.ROOT, "%s: made in %.1f s, %,d bytes", what, seconds, Files.size(file)));
        return new Bundle(what, state == null ? events : events / 20, file, seconds);
    }

    private List<Check> checks(Bundle bundle, Path policy) throws IOException, InterruptedException {
        List<Check> checks = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            checks.add(check(bundle.file(), policy));
            say(String.format(
                    Locale.ROOT,
                    "%s: checked in %.1f s, %s MiB",
                    bundle.what(),
                    checks.getLast().seconds(),
                    checks.getLast().peakMebibytes()));
        }
        return checks;
    }

    private Check check(Path bundle, Path policy) throws IOException, InterruptedException {
        Path report = bundle.resolveSibling("report");
        ProcessBuilder builder = new ProcessBuilder(
                java.toString(),
                "-Xmx" + heap,
                "-jar",
                JAR.toString(),
                "bundle",
                bundle.toString(),
                "--policy",
                policy.toString());
        long start = System.nanoTime();
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(report.toFile())
                .start();
        long peak = 0;
        do {
            peak = Math.max(peak, peakKibibytes(process));
        } while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException("Not verified: " + Files.readString(report));
        }
        return new Check(seconds, peak >> 10);
    }

    /** The peak resident size so far, as Linux reports it; 0 once the process has ended. */
    private static long peakKibibytes(Process process) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    private static String row(Bundle bundle, List<Check> checks) throws IOException {
        LongStream peaks = checks.stream().mapToLong(Check::peakMebibytes);
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %.1f | %s | %,d |%n",
                bundle.what(),
                bundle.eventsCount(),
                Files.size(bundle.file()) >> 20,
                bundle.seconds(),
                Spread.of(checks.stream().mapToDouble(Check::seconds)).text("%.1f"),
                peaks.max().orElseThrow());
    }

    private String markdown(Surroundings surroundings, CharSequence rows) throws IOException, InterruptedException {
        return String.format(Locale.ROOT, """
                %s- A ledger of %,d events; each bundle checked %s times by `java -Xmx%s -jar %s` (Java %s); seconds are the median, with the least and the greatest in parentheses

                | Bundle of | Events | MiB | Made in, s | Checked in, s | Resident at most, MiB |
                |---|---:|---:|---:|---:|---:|
                %s""", surroundings.markdown(), events, rounds, heap, JAR, version(), rows);
    }

    private String version() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(java.toString(), "--version").start();
        String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
        process.waitFor();
        return version;
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
