package org.stele.query.projection;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stele.events.MemberState;
import org.stele.query.statefile.StateFile;
import org.stele.query.statefile.StoredThing;

/**
 * Rows of query.thing, of which those of a State are trusted only together.
 *
 * @param files of nothing but what is in the rows, for the States whose rows can be trusted
 * @param seals of the rows that can be trusted
 * @param wrong for the other States, what is wrong with their rows
 */
record ReadThings(Map<MemberState, StateFile> files, Map<ThingRow.Key, Seal> seals, Map<MemberState, String> wrong) {

    static ReadThings of(List<ThingRow> rows) {
        Map<MemberState, String> wrong = new EnumMap<>(MemberState.class);
        Map<ThingRow.Key, Seal> seals = new HashMap<>();
        for (ThingRow row : rows) {
            ThingRow.Trusted trusted = row.trusted();
            if (trusted != null) {
                seals.put(ThingRow.Key.of(trusted.thing()), trusted.seal());
            } else if (row.memberState() != null) {
                wrong.putIfAbsent(row.memberState(), row.wrong());
            }
        }
        Map<MemberState, StateFile> files = new EnumMap<>(MemberState.class);
        trusted(rows, wrong).forEach((state, own) -> files.put(state, StoredThing.put(StateFile.empty(state), own)));
        return new ReadThings(files, seals, wrong);
    }

    /** The things of States of which nothing is wrong. */
    static Map<MemberState, List<StoredThing>> trusted(List<ThingRow> rows, Map<MemberState, String> wrong) {
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(row.trusted()))
                .map(ThingRow.Trusted::thing)
                .filter(thing -> !wrong.containsKey(thing.memberState()))
                .collect(Collectors.groupingBy(
                        StoredThing::memberState, () -> new EnumMap<>(MemberState.class), Collectors.toList()));
    }
}
