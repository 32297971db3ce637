package org.stele.query.projection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stele.events.MemberState;
import org.stele.query.projection.rows.DeadLetterRows;
import org.stele.query.projection.rows.ReadDeadLetters;
import org.stele.query.projection.rows.RecordRow;
import org.stele.query.projection.rows.SightSums;
import org.stele.query.projection.rows.Standing;
import org.stele.query.projection.rows.StateFileRows;
import org.stele.query.projection.rows.SumCheck;
import org.stele.query.projection.rows.ViewsNotTrusted;
import org.stele.statefile.lens.Sight;

/** Compares every row of the live files with its seal, and all of a State that are seen through a lens with their sum. */
record SealCheck(StateFileRows rows, DeadLetterRows heldRows) {

    /**
     * The findings in words; empty where everything is as the projection wrote it. The caller's transaction must be one
     * snapshot.
     *
     * @throws ViewsNotTrusted where the projection's own row was changed
     */
    List<String> look() {
        Standing standing = rows.standing().read();
        long generation = standing.progress().generation();
        SightSums sums = new SightSums();
        Map<MemberState, String> wrong = new EnumMap<>(MemberState.class);
        List<String> others = new ArrayList<>();
        rows.things().each(generation, row -> take(row, sums, wrong, others));
        ReadDeadLetters held = heldRows.read(generation);
        wrong.putAll(held.wrong());
        if (held.ofNoState() != null) {
            others.add(held.ofNoState());
        }
        for (Sight sight : Sight.values()) {
            SumCheck.compare(sums.of(sight).plus(held.sums()), standing.sums().of(sight), wrong, others);
        }
        new TreeMap<>(wrong).entrySet().forEach(entry -> others.add(ViewsNotTrusted.finding(entry)));
        return others;
    }

    private static void take(RecordRow row, SightSums sums, Map<MemberState, String> wrong, List<String> others) {
        RecordRow.Trusted trusted = row.trusted();
        if (trusted != null) {
            sums.add(trusted.thing().memberState(), trusted.thing().sights(), trusted.seal());
        } else if (row.memberState() != null) {
            wrong.putIfAbsent(row.memberState(), row.wrong());
        } else if (others.isEmpty()) {
            others.add(row.wrong());
        }
    }
}
