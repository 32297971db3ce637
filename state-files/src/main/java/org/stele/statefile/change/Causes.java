package org.stele.statefile.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.statefile.FiledRecord;
import org.stele.statefile.FiledVersion;
import org.stele.statefile.StateFile;
import org.stele.statefile.VerdictReading;
import org.stele.statefile.across.OtherFiling;
import org.stele.statefile.change.Cause.Kind;
import org.stele.statefile.status.StateView;

/** What one of two views rests on and the other does not: record by record, since nearly all are the same in both. */
final class Causes {

    private final Side from;
    private final Side to;
    private final Map<Kind, List<Cause>> entered = new EnumMap<>(Kind.class);
    private final Map<Kind, List<Cause>> left = new EnumMap<>(Kind.class);
    private final Map<Kind, List<Cause>> replaced = new EnumMap<>(Kind.class);

    private Causes(Side from, Side to) {
        this.from = from;
        this.to = to;
    }

    static Causes between(StateFile first, StateView from, StateFile second, StateView to) {
        Causes causes = new Causes(Side.of(from), Side.of(to));
        causes.each(first.attestations(), second.attestations(), Side::of);
        causes.each(first.notices(), second.notices(), causes.versions(Kind.NOTICE, (one, day) -> one.knownAt(day)));
        causes.each(
                first.baselines(), second.baselines(), causes.versions(Kind.BASELINE, (one, day) -> one.knownAt(day)));
        causes.each(first.arrivals(), second.arrivals(), causes.versions(Kind.ARRIVAL, (one, day) -> one.knownAt(day)));
        causes.each(first.claims(), second.claims(), Side::of);
        causes.each(first.evidence(), second.evidence(), Side::of);
        causes.verdicts(from.inView().verdicts(), to.inView().verdicts());
        causes.each(first.answered(), second.answered(), Side::of);
        causes.others(from.shared().others(), to.shared().others());
        return causes;
    }

    /** What is in view in the second and not in the first, by kind. */
    List<Cause> entered() {
        return together(entered);
    }

    /** What is in view in the first and not in the second. */
    List<Cause> left() {
        return together(left);
    }

    /** What is in view in both and not the same: as it is in the second. */
    List<Cause> replaced() {
        return together(replaced);
    }

    private static List<Cause> together(Map<Kind, List<Cause>> causes) {
        return causes.values().stream().flatMap(List::stream).toList();
    }

    private <T extends FiledRecord> void each(
            List<T> first, List<T> second, BiFunction<Side, @Nullable T, List<Ground>> grounds) {
        new SidesOf<>(first, second)
                .forEach((one, other) -> compare(grounds.apply(from, one), grounds.apply(to, other)));
    }

    private <T extends FiledRecord> BiFunction<Side, @Nullable T, List<Ground>> versions(
            Kind kind, BiFunction<T, LocalDate, Optional<? extends FiledVersion>> knownAt) {
        return (side, one) -> side.of(
                kind, one == null ? null : knownAt.apply(one, side.knownOn()).orElse(null));
    }

    /** Whether a verdict stands depends on the others: they are taken from the views. */
    private void verdicts(List<VerdictReading> first, List<VerdictReading> second) {
        Map<FilingId, VerdictReading> before = new LinkedHashMap<>();
        first.forEach(verdict -> before.put(verdict.id(), verdict));
        second.forEach(verdict -> compare(ground(before.remove(verdict.id())), ground(verdict)));
        before.values().forEach(verdict -> compare(ground(verdict), List.of()));
    }

    /** Of other States, for who is told of what two of them have in common. */
    private void others(List<OtherFiling> first, List<OtherFiling> second) {
        Map<FilingId, OtherFiling> before = new LinkedHashMap<>();
        first.forEach(filing -> before.put(filing.id(), filing));
        second.forEach(filing -> compare(ground(before.remove(filing.id())), ground(filing)));
        before.values().forEach(filing -> compare(ground(filing), List.of()));
    }

    private static List<Ground> ground(@Nullable OtherFiling filing) {
        return filing == null ? List.of() : List.of(Ground.of(filing));
    }

    private static List<Ground> ground(@Nullable VerdictReading verdict) {
        return verdict == null ? List.of() : List.of(Ground.of(Kind.VERDICT, verdict.id(), verdict.position()));
    }

    private void compare(List<Ground> before, List<Ground> after) {
        for (Ground now : after) {
            Ground then = now.in(before);
            if (then == null) {
                add(entered, now);
            } else if (!then.equals(now)) {
                add(replaced, now);
            }
        }
        for (Ground then : before) {
            if (then.in(after) == null) {
                add(left, then);
            }
        }
    }

    private static void add(Map<Kind, List<Cause>> causes, Ground ground) {
        causes.computeIfAbsent(ground.kind(), _ -> new ArrayList<>()).add(ground.cause());
    }
}
