package org.stele.query.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.statefile.StateFile;
import org.stele.statefile.due.Due;
import org.stele.statefile.due.DueItem;
import org.stele.statefile.status.StateView;

/**
 * What is due of all States (rules, section 4.6): what is longest past its day first, then what has fewest days left, then what has
 * no day.
 *
 * @param withheld States of which part is not told to the audience, which does not see all that the rules would read
 * @param notComputed by rule, the States to which a rule of discrepancies could not be applied, because references to subjects
 *     cannot be read
 */
public record DueOverview(
        List<Entry> entries, List<MemberState> withheld, SortedMap<DiscrepancyCode, List<MemberState>> notComputed) {

    /** One thing that is due of one State. */
    public record Entry(MemberState state, DueItem item) {

        /** Days since it was due, below zero while some are left; null for what has no day. */
        @Nullable
        Long daysPast() {
            Long days = item.days();
            return days == null || item.isPast() ? days : Long.valueOf(-days);
        }
    }

    /**
     * Which of them are asked for; null for any.
     *
     * @param obligation those about it
     */
    public record Filter(
            @Nullable MemberState state,
            DueItem.@Nullable Code code,
            @Nullable ObligationId obligation) {

        public static final String STATE = "state";
        public static final String CODE = "code";
        public static final String OBLIGATION = "obligation";

        public static Filter read(Parameters parameters) {
            return new Filter(
                    parameters.read(STATE, EventSelection::state).orElse(null),
                    parameters
                            .read(CODE, text -> Parameters.oneOf(DueItem.Code.class, text))
                            .orElse(null),
                    parameters.read(OBLIGATION, Filter::obligation).orElse(null));
        }

        private static ObligationId obligation(String id) {
            return Stream.of(ObligationId.values())
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Expected an obligation, such as REP-FIN."));
        }

        public boolean takes(MemberState one) {
            return state == null || state == one;
        }

        private boolean takes(Entry one) {
            return (code == null || code == one.item().code())
                    && (obligation == null || obligation == one.item().obligation());
        }
    }

    private static final Comparator<Entry> MOST_PAST_FIRST = Comparator.comparing(
                    Entry::daysPast, Comparator.nullsLast(Comparator.<Long>reverseOrder()))
            .thenComparing(entry -> entry.item().code())
            .thenComparing(entry -> entry.item().obligation(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(entry -> entry.state().officialName());

    public DueOverview {
        entries = List.copyOf(entries);
        withheld = List.copyOf(withheld);
        notComputed = Collections.unmodifiableSortedMap(notComputed);
    }

    /** The States to which some rule could not be applied. */
    public List<MemberState> notComputedStates() {
        return notComputed.values().stream().flatMap(List::stream).distinct().toList();
    }

    public static DueOverview of(Board.Files files, Filter filter) {
        return of(files, filter, _ -> true);
    }

    /** @param among some of the States */
    public static DueOverview of(Board.Files files, Filter filter, Predicate<MemberState> among) {
        List<Part> parts = files.each(state -> filter.takes(state) && among.test(state), Part::of);
        return new DueOverview(
                parts.stream()
                        .flatMap(part -> part.entries().stream())
                        .filter(filter::takes)
                        .sorted(MOST_PAST_FIRST)
                        .toList(),
                parts.stream().filter(Part::withheld).map(Part::state).toList(),
                notComputed(parts));
    }

    private static SortedMap<DiscrepancyCode, List<MemberState>> notComputed(List<Part> parts) {
        SortedMap<DiscrepancyCode, List<MemberState>> all = new TreeMap<>();
        for (Part part : parts) {
            part.notComputed()
                    .forEach(code ->
                            all.computeIfAbsent(code, _ -> new ArrayList<>()).add(part.state()));
        }
        return all;
    }

    private record Part(MemberState state, List<Entry> entries, boolean withheld, List<DiscrepancyCode> notComputed) {

        static Part of(StateFile file, StateView view) {
            MemberState state = file.memberState();
            return new Part(
                    state,
                    Due.of(file, view).items().stream()
                            .map(item -> new Entry(state, item))
                            .toList(),
                    view.inView().isWithheldInPart(),
                    view.notComputed());
        }
    }
}
