package org.stele.statefile.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stele.statefile.discrepancy.Discrepancy;
import org.stele.statefile.inview.RemainingFigure;
import org.stele.statefile.status.Flag;
import org.stele.statefile.status.Repatriation;
import org.stele.statefile.status.ReportTimeliness;
import org.stele.statefile.status.StateView;

/** Every status, figure, flag and discrepancy of a view by its name, so that two views can be compared. */
final class Differences {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private Differences(StateView view) {
        repatriation(view.repatriation());
        report("REP-MID", view.midtermReport());
        values.put("obligations.REP-HALF.status", view.halfRule().status());
        report("REP-FIN", view.finalReport());
        for (Flag flag : Flag.values()) {
            values.put("flags." + flag, view.flags().contains(flag));
        }
        view.discrepancies().forEach(this::discrepancy);
    }

    static List<Difference> between(StateView from, StateView to) {
        Map<String, @Nullable Object> before = new Differences(from).values;
        Map<String, @Nullable Object> after = new Differences(to).values;
        List<Difference> differences = new ArrayList<>();
        before.forEach((what, value) -> {
            if (!Objects.equals(value, after.get(what))) {
                differences.add(new Difference(what, value, after.get(what)));
            }
        });
        after.forEach((what, value) -> {
            if (!before.containsKey(what) && value != null) {
                differences.add(new Difference(what, null, value));
            }
        });
        return differences;
    }

    private void repatriation(Repatriation repatriation) {
        RemainingFigure remaining = repatriation.remaining();
        values.put("repatriation.status", repatriation.status());
        values.put("repatriation.baseline.count", repatriation.baselineCount());
        values.put("repatriation.baseline.basis", repatriation.baselineBasis());
        values.put("repatriation.repatriatedCount", repatriation.repatriatedCount());
        values.put("repatriation.remaining.count", remaining == null ? null : remaining.count());
        values.put("repatriation.remaining.effectiveOn", remaining == null ? null : remaining.effectiveOn());
        values.put("repatriation.exemptCount", repatriation.exemptCount());
        values.put("repatriation.disputedCount", repatriation.disputedCount());
        values.put("repatriation.outstandingCount", repatriation.outstandingCount());
    }

    private void report(String name, ReportTimeliness report) {
        values.put("obligations." + name + ".status", report.status());
        values.put("obligations." + name + ".firstReceived", report.firstReceived());
    }

    private void discrepancy(Discrepancy discrepancy) {
        String name = "discrepancies." + discrepancy.id();
        values.put(name + ".code", discrepancy.code());
        values.put(name + ".status", discrepancy.status());
        discrepancy.figures().forEach((figure, count) -> values.put(name + ".figures." + figure, count));
    }
}
