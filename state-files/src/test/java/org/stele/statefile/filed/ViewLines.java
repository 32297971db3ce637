package org.stele.statefile.filed;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.statefile.inview.RemainingFigure;
import org.stele.statefile.status.Repatriation;
import org.stele.statefile.StateFile;
import org.stele.statefile.status.StateView;
import org.stele.statefile.filed.Table.Row;

/**
 * Views as lines of text that another implementation can print too: State, statuses, figures, first receipts and flags.
 * Run as a program, it takes directories that each hold tables and dates.csv, and writes lines.txt beside them.
 */
public final class ViewLines {

    private ViewLines() {}

    static void main(String[] directories) throws IOException {
        for (String directory : directories) {
            Map<MemberState, StateFile> files = StateFiles.in(Path.of(directory));
            try (PrintStream out = new PrintStream(
                    new BufferedOutputStream(Files.newOutputStream(Path.of(directory, "lines.txt"))),
                    false,
                    StandardCharsets.UTF_8)) {
                for (Row row : Table.read(Path.of(directory, "dates.csv"))) {
                    LocalDate effectiveOn = LocalDate.parse(row.text("effective"));
                    LocalDate knownOn = LocalDate.parse(row.text("known"));
                    all(files, effectiveOn, knownOn).forEach(out::println);
                }
            }
        }
    }

    /** One line for each Member State. */
    public static List<String> all(Map<MemberState, StateFile> files, LocalDate effectiveOn, LocalDate knownOn) {
        return Arrays.stream(MemberState.values())
                .map(state -> line(StateView.of(Objects.requireNonNull(files.get(state)), effectiveOn, knownOn)))
                .toList();
    }

    static String line(StateView view) {
        Repatriation repatriation = view.repatriation();
        RemainingFigure remaining = repatriation.remaining();
        return String.join(
                "|",
                view.effectiveOn() + "/" + view.knownOn(),
                view.memberState().iso3(),
                repatriation.status().name(),
                view.midtermReport().status().name(),
                view.halfRule().status().name(),
                view.finalReport().status().name(),
                "repatriated " + text(repatriation.repatriatedCount()),
                "remaining " + (remaining == null ? "-" : remaining.count() + " on " + remaining.effectiveOn()),
                "exempt " + repatriation.exemptCount(),
                "disputed " + repatriation.disputedCount(),
                "outstanding " + text(repatriation.outstandingCount()),
                "received " + text(view.midtermReport().firstReceived()) + " "
                        + text(view.finalReport().firstReceived()),
                view.flags().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
