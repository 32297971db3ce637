package org.stele.statefile.filed;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.statefile.StateFile;
import org.stele.statefile.discrepancy.Discrepancy;
import org.stele.statefile.due.Due;
import org.stele.statefile.due.DueItem;
import org.stele.statefile.filed.Filed.Entered;
import org.stele.statefile.inview.RemainingFigure;
import org.stele.statefile.status.Repatriation;
import org.stele.statefile.status.ReportTimeliness;
import org.stele.statefile.status.StateView;

/**
 * Views as lines of text that another implementation prints too: State, figures, statuses, flags, discrepancies, what is due,
 * and the older reports. Filings are named by the number of their row.
 */
final class ViewLines {

    private final Map<FilingId, Integer> rows = new HashMap<>();

    ViewLines(List<Entered> entered) {
        entered.forEach(one -> rows.put(one.id(), one.row()));
    }

    String line(StateFile file, LocalDate effectiveOn, LocalDate knownOn) {
        StateView view = StateView.of(file, effectiveOn, knownOn);
        Due due = Due.of(file, view);
        Repatriation repatriation = view.repatriation();
        RemainingFigure remaining = repatriation.remaining();
        return Stream.of(
                        effectiveOn + "/" + knownOn,
                        file.memberState().iso3(),
                        repatriation.status(),
                        repatriation.baselineCount(),
                        repatriation.baselineCount() == null ? null : repatriation.baselineBasis(),
                        repatriation.repatriatedCount(),
                        remaining == null ? null : remaining.count(),
                        remaining == null ? null : remaining.effectiveOn(),
                        repatriation.exemptCount(),
                        repatriation.disputedCount(),
                        repatriation.outstandingCount(),
                        view.midtermReport().status(),
                        received(view.midtermReport()),
                        view.halfRule().status(),
                        view.finalReport().status(),
                        received(view.finalReport()),
                        joined(view.flags(), ","),
                        joined(discrepancies(view), ";"),
                        joined(
                                due.items().stream()
                                        .sorted(ORDER)
                                        .map(this::item)
                                        .toList(),
                                ";"),
                        joined(
                                due.reports().stream()
                                        .map(report -> report.obligation() + "=" + report.status())
                                        .toList(),
                                ","))
                .map(ViewLines::text)
                .collect(Collectors.joining("|"));
    }

    private static final Comparator<DueItem> ORDER = Comparator.comparing(DueItem::code);

    private List<String> discrepancies(StateView view) {
        return view.discrepancies().stream()
                .sorted(Comparator.comparing(Discrepancy::code)
                        .thenComparing(one -> row(one.a()))
                        .thenComparing(one -> one.b() == null ? 0 : row(one.b())))
                .map(one -> "%s:%s:%s:%s"
                        .formatted(
                                one.code(),
                                row(one.a()),
                                one.b() == null ? "-" : row(one.b()),
                                one.figures().values().stream()
                                        .sorted()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining("+"))))
                .toList();
    }

    private int row(Discrepancy.Filing filing) {
        return Objects.requireNonNull(rows.get(filing.id()));
    }

    private String item(DueItem item) {
        return "%s:%s:%s".formatted(item.code(), text(item.obligation()), text(item.days()));
    }

    private static @Nullable String received(ReportTimeliness report) {
        PartialDate first = report.firstReceived();
        if (first == null) {
            return null;
        }
        return first.isExact() ? first.firstDay().toString() : first.firstDay() + "/" + first.lastDay();
    }

    private static String joined(List<?> values, String by) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(by));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
