package org.stele.query.projection.rows;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stele.events.MemberState;
import org.stele.statefile.StateFile;
import org.stele.statefile.StoredRecord;
import org.stele.statefile.lens.Sight;

/**
 * Rows of query.thing, seen as any audience sees them. The rows of one State are trusted together or not at all.
 *
 * @param files from the records themselves among these rows, for the States whose rows can be trusted
 * @param seals of the rows that can be trusted
 * @param wrong for the other States, what is wrong with their rows
 */
public record ReadRecords(
        Map<MemberState, StateFile> files, Map<RecordRow.Key, Seal> seals, Map<MemberState, String> wrong) {

    static ReadRecords of(List<RecordRow> rows) {
        Map<MemberState, String> wrong = new EnumMap<>(MemberState.class);
        Map<RecordRow.Key, Seal> seals = new HashMap<>();
        for (RecordRow row : rows) {
            RecordRow.Trusted trusted = row.trusted();
            if (trusted != null) {
                seals.put(RecordRow.Key.of(trusted.thing()), trusted.seal());
            } else if (row.memberState() != null) {
                wrong.putIfAbsent(row.memberState(), row.wrong());
            }
        }
        Map<MemberState, StateFile> files = new EnumMap<>(MemberState.class);
        trusted(rows, wrong)
                .forEach((state, own) -> files.put(
                        state,
                        StateFile.empty(state)
                                .with(own.stream()
                                        .filter(thing -> Sight.RECORD.isIn(thing.sights()))
                                        .map(StoredRecord::record)
                                        .toList())));
        return new ReadRecords(files, seals, wrong);
    }

    /** The records of the States whose rows can be trusted. */
    public static Map<MemberState, List<StoredRecord>> trusted(List<RecordRow> rows, Map<MemberState, String> wrong) {
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(row.trusted()))
                .map(RecordRow.Trusted::thing)
                .filter(thing -> !wrong.containsKey(thing.memberState()))
                .collect(Collectors.groupingBy(
                        StoredRecord::memberState, () -> new EnumMap<>(MemberState.class), Collectors.toList()));
    }
}
