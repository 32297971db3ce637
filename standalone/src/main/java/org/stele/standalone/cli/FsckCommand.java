package org.stele.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.events.Tags;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.fsck.Fsck;
import org.stele.eventstore.fsck.FsckReport;
import org.stele.eventstore.fsck.Pinned;
import org.stele.eventstore.fsck.PinnedRoot;
import org.stele.query.accesslog.AccessLogCheck;
import org.stele.query.projection.ViewFsck;
import org.stele.query.projection.rows.ViewKey;
import org.stele.standalone.home.Database;
import org.stele.standalone.home.DatabaseHandle;
import org.stele.standalone.home.Misconfigured;
import org.stele.standalone.home.Reason;
import org.stele.standalone.home.SteleHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks the whole ledger and reports what it read and the first violation. */
@Command(
        name = "fsck",
        description =
                "Re-reads every body, leaf, chain, tile, index and signed checkpoint, whether Stele is running or not. "
                        + "Exit code 0: all agree, but for damage that two persons accepted, which is named; "
                        + "1: the first thing wrong is named.",
        mixinStandardHelpOptions = true)
final class FsckCommand implements Callable<Integer> {

    @Option(
            names = "--kept",
            paramLabel = "SIZE:ROOT",
            description =
                    "The size and root of an earlier state, kept outside the database: the ledger must extend it. "
                            + "Default: the last signed checkpoint in STELE_HOME, which the pins there are beside.")
    private @Nullable String kept;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try {
            return check();
        } catch (OutOfMemoryError | RuntimeException | SQLException e) {
            if (isOutOfMemory(e)) {
                throw tooLittleMemory(e);
            }
            throw e;
        }
    }

    /** Wherever it was noticed: a thread of the fold and the driver wrap it. */
    private static boolean isOutOfMemory(Throwable failure) {
        return failure instanceof OutOfMemoryError || (failure.getCause() != null && isOutOfMemory(failure.getCause()));
    }

    private static Misconfigured tooLittleMemory(Throwable failure) {
        return new Misconfigured(
                "The check did not end: expected memory for the largest file of a State, and %s MiB did not suffice. Run it with more, such as java -Xmx%sm -jar stele.jar fsck"
                        .formatted(mebibytes(), 2 * mebibytes()),
                failure);
    }

    private static long mebibytes() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    private int check() throws IOException, SQLException {
        PrintWriter out = spec.commandLine().getOut();
        SteleHome home = SteleHome.fromEnvironment();
        home.requireThereIfNamed();
        Optional<ViewKey> key = viewsKey(home);
        // Before the database is looked at, which only grows.
        Pinned outside = kept(home);
        try (DatabaseHandle handle = DatabaseHandle.openToRead(home)) {
            Database database = handle.database();
            out.println("Checking " + database.url());
            FsckReport report = new Fsck(database.dataSource(database.projection()), new StateTag(Tags.MEMBER_STATE))
                    .run(outside, position -> {
                        if (System.console() != null) {
                            out.printf(Locale.ROOT, "\r%,15d events", position);
                            out.flush();
                        }
                    });
            out.print("\r" + report.text());
            out.flush();
            return report.sound() && accessLogIsSound(database, out) && viewsAreSound(home, key, database, out) ? 0 : 1;
        }
    }

    private static boolean accessLogIsSound(Database database, PrintWriter out) {
        AccessLogCheck.Report log =
                AccessLogCheck.run(database.dataSource(database.projection()), database.dataSource(database.query()));
        out.println((log.sound() ? "" : "NOT SOUND: ") + log.text());
        out.flush();
        return log.sound();
    }

    private static boolean viewsAreSound(SteleHome home, Optional<ViewKey> key, Database database, PrintWriter out) {
        ViewFsck.Report views = ViewFsck.run(database.dataSource(database.projection()), key);
        out.println((views.sound() ? "" : "NOT SOUND: ") + views.text());
        out.flush();
        if (views.keyMissing()) {
            throw new Misconfigured(
                    "The seals of the views were not compared: expected their key in %s, and there is no such file. Set STELE_VIEWS_KEY to the file, or restore it; if it is lost, start Stele, which folds the views anew under another."
                            .formatted(home.viewsKey()));
        }
        return views.sound();
    }

    private static Optional<ViewKey> viewsKey(SteleHome home) {
        try {
            return ViewKey.find(home.viewsKey());
        } catch (IOException e) {
            throw new Misconfigured(Reason.of(e), e);
        }
    }

    private Pinned kept(SteleHome home) throws IOException {
        Pinned outside = Pinned.in(home.signing());
        if (kept == null) {
            return outside;
        }
        try {
            return outside.with(PinnedRoot.parse(kept));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--kept: expected SIZE:ROOT, a number, a colon and 64 hexadecimal digits, got '%s'. Copy it from where it was kept."
                            .formatted(kept),
                    e);
        }
    }
}
